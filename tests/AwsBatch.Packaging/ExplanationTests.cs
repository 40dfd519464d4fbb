using AwsBatch.Packaging.Building;

namespace AwsBatch.Packaging;

/// <summary>The sentences of <c>buildTransitive/AwsBatch.targets</c>.</summary>
[Collection(WorkshopCollection.Name)]
public class ExplanationTests(Workshop workshop)
{
    private const string AnalyzersStayPrivate = "-p:AnalyzersStayPrivate=true";

    [Theory]
    [InlineData("ThroughProject")]
    [InlineData("ThroughPackage")]
    public async Task An_app_that_reaches_the_library_only_through_another_is_told_to_reference_it(string app)
    {
        var build = await workshop.BuildAsync(app, Reference.Package, AnalyzersStayPrivate);

        Assert.Equal(0, build.ExitCode);
        var warning = Assert.Single(build.Diagnostics);
        Assert.StartsWith($"warning AWSBATCH001: {app} reaches AwsBatch only through a library", warning, StringComparison.Ordinal);
        Assert.Contains("""add <PackageReference Include="AwsBatch" /> to this project""", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("an app whose library registers everything", "-p:AwsBatchCheckReference=false")]
    [InlineData("a library, whose app is told", "-p:OutputType=Library")]
    [InlineData("a test project, whose app composes", "-p:IsTestProject=true")]
    public async Task Who_needs_no_registration_of_its_own_is_told_nothing(string who, string property)
    {
        var build = await workshop.BuildAsync("ThroughProject", Reference.Package, AnalyzersStayPrivate, property);

        Assert.True(build is { ExitCode: 0, Diagnostics: [] }, $"{who} was told: {build.Output}");
    }

    [Fact]
    public async Task An_app_that_is_handed_the_generator_is_told_nothing() =>
        (await workshop.BuildAsync("ThroughProject")).Clean();

    [Fact]
    public async Task A_compiler_below_the_floor_is_one_error_that_names_both_versions()
    {
        var build = await workshop.BuildAsync("Misspelt", Reference.Package, "-p:CompilerApiVersion=roslyn4.14");

        Assert.NotEqual(0, build.ExitCode);
        var error = Assert.Single(build.Diagnostics);
        Assert.StartsWith("error AWSBATCH002: The source generator of AwsBatch needs a C# compiler", error, StringComparison.Ordinal);
        Assert.Contains("version 5.0 or newer, and this build uses version 4.14;", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compiler_at_the_floor_is_told_nothing() =>
        (await workshop.BuildAsync("Library", Reference.Package, "-p:CompilerApiVersion=roslyn5.0")).Clean();
}
