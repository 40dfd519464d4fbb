using System.Collections;
using System.Reflection;
using AwsBatch.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Tests.Incremental;

/// <summary>What the pipeline hands from step to step holds no piece of a compilation, which it would keep alive.</summary>
public sealed class ModelTests
{
    [Fact]
    public void No_symbol_syntax_location_or_compilation_is_reachable()
    {
        var compilation = GeneratorTest.Compile("""
            [AwsBatch.BatchService("s3", "GetObject", "GetACL")]
            public partial interface IS3Batch
            {
                Task<Amazon.S3.Model.ListBucketsResponse> ListBucketsAsync(Amazon.S3.Model.ListBucketsRequest request);

                int Nothing<T>(ref int parameter);

                int this[int index] { get; }
            }
            """);

        var run = GeneratorTest.CreateDriver().RunGenerators(compilation).GetRunResult().Results.Single();
        var outputs = TrackingNames.All.SelectMany(name => run.TrackedSteps[name]).SelectMany(step => step.Outputs).ToList();

        Assert.NotEmpty(outputs);
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var (value, _) in outputs)
            Walk(value, seen);
        Assert.True(seen.Count > 20);
    }

    [Fact]
    public void A_compilation_is_collected_after_its_run()
    {
        var (driver, compilation) = Run();
        for (var attempt = 0; attempt < 5 && compilation.IsAlive; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(compilation.IsAlive);
        GC.KeepAlive(driver);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static (GeneratorDriver Driver, WeakReference Compilation) Run()
        {
            var first = GeneratorTest.Compile("""
                [AwsBatch.BatchService("s3", "GetObject")]
                public partial interface IS3Batch;
                """);
            var second = first.AddSyntaxTrees(GeneratorTest.Source("internal sealed class New;"));
            return (GeneratorTest.CreateDriver().RunGenerators(first).RunGenerators(second), new WeakReference(first));
        }
    }

    private static void Walk(object? value, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
            return;

        Assert.False(
            value is ISymbol or AttributeData or SyntaxNode or SyntaxTree or SyntaxReference or Location or Compilation or SemanticModel,
            $"{value.GetType()} is reachable");
        if (value is IEnumerable items and not IEquatable<string>)
        {
            foreach (var item in items)
                Walk(item, seen);
            return;
        }

        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(Own))
                Walk(field.GetValue(value), seen);
        }
    }
}
