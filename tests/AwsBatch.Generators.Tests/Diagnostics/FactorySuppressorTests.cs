using System.Collections.Immutable;
using System.Globalization;
using AwsBatch.Generators.Diagnostics;
using AwsBatch.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AwsBatch.Generators.Tests.Diagnostics;

public sealed class FactorySuppressorTests
{
    [Fact]
    public async Task A_factory_is_not_taken_for_a_call_that_blocks_and_other_calls_are()
    {
        var compilation = GeneratorTest.Compile(
            "App",
            [
                GeneratorTest.Source(
                    """
                    using System.IO;
                    using System.Threading;
                    using System.Threading.Tasks;
                    using Amazon.S3.Model;
                    using AwsBatch;

                    [BatchService("s3", "HeadObject", "GetObject")]
                    public partial interface IS3Batch;

                    public interface IFiles
                    {
                        static string Read() => "";
                    }

                    public static class App
                    {
                        public static object[] Make(IS3Batch s3) =>
                        [
                            IS3Batch.HeadObject(new GetObjectMetadataRequest()),
                            IS3Batch.GetObject(new GetObjectRequest(), Consume),
                            s3.HeadObjectAsync(new GetObjectMetadataRequest()),
                            File.ReadAllText("a"),
                            IFiles.Read(),
                        ];

                        private static ValueTask<int> Consume(GetObjectRequest request, GetObjectResponse response, CancellationToken cancellationToken) => default;
                    }
                    """,
                    "Source.cs"),
            ],
            References.All);
        var result = GeneratorTest.RunUnchecked(compilation);
        Assert.True(result.Problems.Count == 0, string.Join("\n", result.Problems));

        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        var diagnostics = await result.Output.WithAnalyzers([new EveryCall(), new FactorySuppressor()], options).GetAnalyzerDiagnosticsAsync();

        Assert.Equal(
            [("HeadObject", true), ("GetObject", true), ("HeadObjectAsync", false), ("ReadAllText", false), ("Read", false)],
            diagnostics.OrderBy(call => call.Location.SourceSpan.Start).Select(call => (call.GetMessage(CultureInfo.InvariantCulture), call.IsSuppressed)));
    }

#pragma warning disable RS1029, RS1036, RS1038, RS1041, RS2008 // Not for a compiler to load
    // Of the platform's rule, which is off by default, only the id and the place matter here.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class EveryCall : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Rule = new("CA1849", "call", "{0}", "test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterOperationAction(
                static context => context.ReportDiagnostic(Diagnostic.Create(
                    Rule, context.Operation.Syntax.GetLocation(), ((IInvocationOperation)context.Operation).TargetMethod.Name)),
                OperationKind.Invocation);
        }
    }
}
