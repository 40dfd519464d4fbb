using System.Diagnostics;
using AwsBatch.Benchmarks.Measurement;
using AwsBatch.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AwsBatch.Benchmarks.Suites;

/// <summary>
/// What the generator costs the compiler: at first, at an edit elsewhere (every keystroke) and at an edit of an interface,
/// beside a generator that looks for the same attribute and does nothing with it.
/// </summary>
internal sealed class GeneratorSuite : ISuite
{
    private const int RoundCount = 11;

    // A compiler that is typed into has compiled its own hot paths long ago.
    private const int WarmUps = 20;

    public string Name => "generator";

    public IReadOnlyList<string> Baselines => ["empty-generator"];

    public Task<IReadOnlyList<Row>> RunAsync(SuiteArguments arguments, CancellationToken cancellationToken)
    {
        (string Subject, Func<IIncrementalGenerator> Create)[] subjects =
        [
            ("awsbatch", static () => new BatchGenerator()),
            ("empty-generator", static () => new EmptyGenerator()),
        ];
        GeneratorWorkload[] workloads =
        [
            GeneratorWorkload.OfInterfaces(1),
            GeneratorWorkload.OfInterfaces(40),
            GeneratorWorkload.OfInterfaces(200),
            GeneratorWorkload.OfWholeEc2(),
        ];

        var rows = new List<Row>();
        foreach (var workload in workloads)
        {
            var figures = subjects.ToDictionary(subject => subject.Subject, _ => new Dictionary<string, List<double>>());
            for (var round = -WarmUps; round < RoundCount; round++)
            {
                foreach (var (subject, create) in subjects)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    Measure(workload, create(), round < 0 ? [] : figures[subject]);
                }
            }

            foreach (var (subject, _) in subjects)
                rows.AddRange(figures[subject].Select(figure => new Row(Name, workload.Name, subject, figure.Key, Rounds.Median(figure.Value))));
        }

        return Task.FromResult<IReadOnlyList<Row>>(rows);
    }

    private static void Measure(GeneratorWorkload workload, IIncrementalGenerator generator, Dictionary<string, List<double>> figures)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: GeneratorWorkload.ParseOptions);
        var compilation = workload.Compile();
        Run("cold", compilation);
        Run("unrelated_edit", compilation = GeneratorWorkload.EditElsewhere(compilation));
        Run("related_edit", workload.EditInterface(compilation));

        void Run(string what, CSharpCompilation input)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var started = Stopwatch.GetTimestamp();
            driver = driver.RunGenerators(input);
            var elapsed = Stopwatch.GetElapsedTime(started);
            Add($"{what}_ms", elapsed.TotalMilliseconds);
            Add($"{what}_kb", (GC.GetAllocatedBytesForCurrentThread() - allocated) / 1024.0);
        }

        void Add(string metric, double value)
        {
            if (!figures.TryGetValue(metric, out var values))
                figures.Add(metric, values = []);
            values.Add(value);
        }
    }

    private sealed class EmptyGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.SyntaxProvider.ForAttributeWithMetadataName(
                typeof(BatchServiceAttribute).FullName!,
                static (node, _) => node is InterfaceDeclarationSyntax,
                static (_, _) => 0),
            static (_, _) => { });
    }
}
