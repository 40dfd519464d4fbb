using System.Runtime.Loader;
using AwsBatch.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Generators.Tests.Registration;

/// <summary>Lib ← App ← App.Tests, where the tests see the app's internals.</summary>
public sealed class AssembliesTests
{
    private const string Use = """
        internal static class Use
        {
            public static void Add(Microsoft.Extensions.DependencyInjection.IServiceCollection services) =>
                Microsoft.Extensions.DependencyInjection.AwsBatchServiceCollectionExtensions.AddAwsBatch(services);
        }
        """;

    private const string LibrarySource = """
        [AwsBatch.BatchService("s3", "ListBuckets")]
        public partial interface ILibBatch;
        """;

    private const string AppSource = $$"""
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("App.Tests")]

        [AwsBatch.BatchService("ec2", "DescribeInstances")]
        internal partial interface IAppBatch;

        {{Use}}
        """;

    private const string TestsSource = """
        using Microsoft.Extensions.DependencyInjection;

        [AwsBatch.BatchService("sqs", "ListQueues")]
        internal partial interface ITestBatch;

        internal static class UseInTests
        {
            public static void Add(IServiceCollection services) => services.AddAwsBatch();

            public static Type[] Interfaces => [typeof(ILibBatch), typeof(IAppBatch), typeof(ITestBatch)];
        }
        """;

    [Fact]
    public void An_app_without_interfaces_has_AddAwsBatch_and_no_registrar()
    {
        var result = GeneratorTest.Run(Use);

        Assert.Equal(["AwsBatch.ServiceCollectionExtensions.g.cs"], result.HintNames);
        Assert.DoesNotContain("Registrar", result.Registration, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_without_AwsBatch_gets_nothing()
    {
        var compilation = GeneratorTest.Compile("App", [], Basic.Reference.Assemblies.Net100.References.All);

        Assert.Empty(GeneratorTest.Run(compilation).HintNames);
    }

    [Fact]
    public void The_bridge_to_AWSOptions_is_there_only_with_its_package()
    {
        Assert.DoesNotContain("AWSOptions", GeneratorTest.Run(Use).Registration, StringComparison.Ordinal);

        var compilation = GeneratorTest.Compile("App", [GeneratorTest.Source(Use)], [.. References.All, References.AwsOptions]);
        Assert.Contains("AWSOptions", GeneratorTest.Run(compilation).Registration);
    }

    [Fact]
    public void Each_assembly_registers_its_own_interfaces_and_those_of_its_references()
    {
        var library = Library();
        var app = App(library);

        var tests = Tests(library, app);

        Assert.Contains("global::AwsBatch.Generated.LibBatchRegistrar.Register(services);", tests.Registration);
        Assert.Contains("global::AwsBatch.Generated.AppBatchRegistrar.Register(services);", tests.Registration);
        Assert.Contains("global::AwsBatch.Generated.App_TestsBatchRegistrar.Register(services);", tests.Registration);
    }

    [Fact]
    public void Running_AddAwsBatch_registers_the_interfaces_of_all_of_them()
    {
        var library = Assembly.Emit("Lib", LibrarySource);
        var app = Assembly.Emit("App", AppSource, MetadataReference.CreateFromImage(library));
        var tests = Assembly.Emit(
            "App.Tests",
            TestsSource,
            MetadataReference.CreateFromImage(library),
            MetadataReference.CreateFromImage(app));

        var context = new AssemblyLoadContext(nameof(AssembliesTests), isCollectible: true);
        foreach (var image in new[] { library, app })
            context.LoadFromStream(new MemoryStream(image));
        var use = context.LoadFromStream(new MemoryStream(tests)).GetType("UseInTests")!;

        var services = new ServiceCollection();
        use.GetMethod("Add")!.Invoke(null, [services]);

        using var provider = services.BuildServiceProvider();
        Assert.All(
            (Type[])use.GetProperty("Interfaces")!.GetValue(null)!,
            type => Assert.IsAssignableFrom(type, provider.GetRequiredService(type)));
    }

    [Theory]
    [InlineData("My.App", "My_App")]
    [InlineData("My_App", "My_x5F_App")]
    [InlineData("7-app", "_7_x2D_app")]
    [InlineData("R&D", "R_x26_D")]
    public void Registrars_of_different_assemblies_have_different_names(string assembly, string prefix)
    {
        var compilation = GeneratorTest.Compile(
            assembly,
            [GeneratorTest.Source("[AwsBatch.BatchService(\"s3\")] public partial interface IBatch;")],
            References.All);

        Assert.Contains($"public static class {prefix}BatchRegistrar", GeneratorTest.Run(compilation)["AwsBatch.Registrar"]);
    }

    [Fact]
    public void A_library_that_has_nothing_but_an_alias_is_registered_by_that()
    {
        var library = Assembly.Build("Lib", LibrarySource).WithAliases(["old", "older"]);

        var app = GeneratorTest.Run(GeneratorTest.Compile("App", [GeneratorTest.Source(Use)], [.. References.All, library]));

        Assert.Contains("extern alias old;", app.Registration, StringComparison.Ordinal);
        Assert.Contains("old::AwsBatch.Generated.LibBatchRegistrar.Register(services);", app.Registration, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_that_has_an_alias_besides_is_registered_as_any()
    {
        var library = Assembly.Build("Lib", LibrarySource).WithAliases(["old", "global"]);

        var app = GeneratorTest.Run(GeneratorTest.Compile("App", [GeneratorTest.Source(Use)], [.. References.All, library]));

        Assert.Contains("global::AwsBatch.Generated.LibBatchRegistrar.Register(services);", app.Registration, StringComparison.Ordinal);
        Assert.DoesNotContain("extern", app.Registration, StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_the_references_does_not_matter()
    {
        var one = Assembly.Build("One", LibrarySource);
        var two = Assembly.Build("Two", LibrarySource.Replace("ILib", "IOther", StringComparison.Ordinal));

        Assert.Equal(Registration(one, two), Registration(two, one));

        static string Registration(params MetadataReference[] libraries) => GeneratorTest
            .Run(GeneratorTest.Compile("App", [GeneratorTest.Source(Use)], [.. References.All, .. libraries]))
            .Registration;
    }

    [Fact]
    public void A_registrar_names_each_service_once()
    {
        var registrar = GeneratorTest.Run("""
            [AwsBatch.BatchService("s3", "ListBuckets")]
            public partial interface IBuckets;

            [AwsBatch.BatchService("s3", "ListObjectsV2")]
            internal partial interface IObjects;
            """)["AwsBatch.Registrar"];

        Assert.Equal(2, registrar.Split("AddService(").Length);
        Assert.Equal(3, registrar.Split("AddInterface<").Length);
    }

    private static MetadataReference Library() => Assembly.Build("Lib", LibrarySource);

    private static MetadataReference App(MetadataReference library) => Assembly.Build("App", AppSource, library);

    private static GeneratorResult Tests(params MetadataReference[] references) => GeneratorTest.Run(GeneratorTest.Compile(
        "App.Tests",
        [GeneratorTest.Source(TestsSource)],
        [.. References.All, .. references]));
}
