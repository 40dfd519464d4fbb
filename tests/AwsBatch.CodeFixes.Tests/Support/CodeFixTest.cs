using AwsBatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace AwsBatch.CodeFixes.Tests.Support;

/// <summary>
/// Applies a code fix to what the analyzers mark as <c>{|AWSB001:text|}</c>, alone and all at once. What is marked in the
/// fixed source too must remain; nothing else may be wrong in either.
/// </summary>
internal static class CodeFixTest<TFix>
    where TFix : CodeFixProvider, new()
{
    /// <param name="action">Which of the proposed actions is taken, counted from 0.</param>
    public static Task RunAsync(string source, string @fixed, int action = 0)
    {
        var test = new CSharpCodeFixTest<BatchServiceAnalyzer, TFix, DefaultVerifier>
        {
            TestCode = Usings + source,
            FixedCode = Usings + @fixed,
            CodeActionIndex = action,
            ReferenceAssemblies = References.None,
        };
        foreach (var state in new[] { test.TestState, test.FixedState })
            state.AdditionalReferences.AddRange(References.WithS3);
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        return test.RunAsync();
    }

    /// <summary>Holds that a mistake has no fix.</summary>
    public static Task RunWithoutFixAsync(string source) => RunAsync(source, source);

    private const string Usings = """
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Amazon.S3.Model;
        using AwsBatch;
        using AwsBatch.Dynamic;


        """;
}
