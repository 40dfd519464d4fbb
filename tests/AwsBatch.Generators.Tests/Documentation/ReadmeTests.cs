using AwsBatch.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Generators.Tests.Documentation;

/// <summary>What README shows is what a reader can paste.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public async Task Every_block_of_code_compiles_as_a_program_with_nothing_to_report()
    {
        var blocks = Markdown.Blocks(Markdown.Read("README.md"), "csharp");

        Assert.NotEmpty(blocks);
        foreach (var block in blocks)
        {
            var program = GeneratorTest.Compile(
                "App",
                [GeneratorTest.Source(block, "Program.cs")],
                [.. References.All, References.Of(typeof(ServiceProvider))]);

            Assert.Empty(await AnalyzerTest.DiagnosticsAsync(
                program.WithOptions(program.Options.WithOutputKind(OutputKind.ConsoleApplication))));
        }
    }
}
