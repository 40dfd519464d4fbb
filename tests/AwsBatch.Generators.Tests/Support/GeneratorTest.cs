using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AwsBatch.Generators.Tests.Support;

/// <summary>
/// The contract of every run: what the user wrote and what was generated compile together without a warning, and a second
/// run over an equal compilation does no work.
/// </summary>
internal static class GeneratorTest
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    /// <summary>Runs the generator over sources that are right, and holds it to the contract.</summary>
    public static GeneratorResult Run(params string[] sources) => Run(Compile(sources));

    /// <inheritdoc cref="Run(string[])"/>
    public static GeneratorResult Run(CSharpCompilation compilation)
    {
        var result = RunUnchecked(compilation);
        Assert.True(result.Problems.Count == 0, string.Join("\n", result.Problems));
        return result;
    }

    /// <summary>Runs the generator over sources that may be wrong; the second run must still do no work.</summary>
    public static GeneratorResult RunUnchecked(CSharpCompilation compilation)
    {
        GeneratorDriver driver = CreateDriver((CSharpParseOptions)compilation.SyntaxTrees[0].Options);
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        var first = driver.GetRunResult().Results.Single();
        Assert.Null(first.Exception);

        driver = driver.RunGenerators(compilation.Clone());
        AssertNoWork(driver.GetRunResult().Results.Single());
        return new GeneratorResult((CSharpCompilation)output, first.GeneratedSources);
    }

    public static GeneratorDriver CreateDriver() => CreateDriver(ParseOptions);

    private static CSharpGeneratorDriver CreateDriver(CSharpParseOptions options) => CSharpGeneratorDriver.Create(
        [new BatchGenerator().AsSourceGenerator()],
        parseOptions: options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static CSharpCompilation Compile(params string[] sources) =>
        Compile("App", [.. sources.Select(source => Source(source))], References.All);

    public static CSharpCompilation Compile(
        string assemblyName,
        IEnumerable<SyntaxTree> trees,
        IEnumerable<MetadataReference> references) =>
        CSharpCompilation.Create(
            assemblyName,
            [Source(GlobalUsings, "GlobalUsings.cs"), .. trees],
            references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                // As the .NET SDK does: packages were built against other versions of the platform.
                specificDiagnosticOptions: ["CS1701".Suppressed(), "CS1702".Suppressed()]));

    /// <summary>The same sources in an older language.</summary>
    public static CSharpCompilation In(this CSharpCompilation compilation, LanguageVersion version) =>
        compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(
            tree.GetText(),
            ((CSharpParseOptions)tree.Options).WithLanguageVersion(version),
            tree.FilePath)));

    public static SyntaxTree Source(string text, string path = "") => CSharpSyntaxTree.ParseText(text, ParseOptions, path);

    private static KeyValuePair<string, ReportDiagnostic> Suppressed(this string id) => new(id, ReportDiagnostic.Suppress);

    private static void AssertNoWork(GeneratorRunResult run)
    {
        var reasons = TrackingNames.All.Where(run.TrackedSteps.ContainsKey).Select(name => run.TrackedSteps[name])
            .Concat(run.TrackedOutputSteps.Values)
            .SelectMany(steps => steps)
            .SelectMany(step => step.Outputs.Select(output => (step.Name, output.Reason)));
        Assert.All(reasons, step => Assert.True(
            step.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged,
            $"{step.Name} was {step.Reason} in the second run"));
    }

    // What a project with implicit usings has.
    private const string GlobalUsings = """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Net.Http;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;
        """;
}
