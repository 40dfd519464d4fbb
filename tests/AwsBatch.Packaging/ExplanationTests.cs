using AwsBatch.Packaging.Building;

namespace AwsBatch.Packaging;

/// <summary>The sentences of <c>buildTransitive/AwsBatch.targets</c>.</summary>
[Collection(WorkshopCollection.Name)]
public class ExplanationTests(Workshop workshop)
{
    [Theory]
    [InlineData("ThroughProject")]
    [InlineData("ThroughPackage")]
    public async Task An_app_that_reaches_the_library_only_through_another_is_told_to_reference_it(string app)
    {
        var build = await workshop.BuildAsync(app);

        Assert.Equal(0, build.ExitCode);
        var warning = Assert.Single(build.Diagnostics);
        Assert.StartsWith($"warning AWSBATCH001: {app} reaches AwsBatch only through a library", warning, StringComparison.Ordinal);
        Assert.Contains("""add <PackageReference Include="AwsBatch" /> to this project""", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("an app whose library registers everything", "-p:AwsBatchCheckReference=false")]
    [InlineData("a library, whose app is told", "-p:OutputType=Library", "-p:StartupObject=")]
    [InlineData("a test project, whose app composes", "-p:IsTestProject=true")]
    public async Task Who_needs_no_registration_of_its_own_is_told_nothing(string who, params string[] properties)
    {
        var build = await workshop.BuildAsync("ThroughProject", Reference.Package, properties);

        Assert.True(build.Diagnostics.Count == 0, $"{who} was told: {build.Output}");
    }

    [Theory]
    [InlineData("roslyn4.14", "4.14")]
    [InlineData("", "0")]
    public async Task A_compiler_below_the_floor_is_one_error_that_names_the_floor(string compiler, string version)
    {
        var build = await workshop.BuildAsync("Misspelt", Reference.Package, $"-p:CompilerApiVersion={compiler}");

        Assert.NotEqual(0, build.ExitCode);
        var error = Assert.Single(build.Diagnostics);
        Assert.StartsWith(
            $"error AWSBATCH002: The generator of AwsBatch needs a C# compiler of version 5.0 or newer, and this build uses version {version};",
            error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compiler_at_the_floor_is_told_nothing() =>
        (await workshop.BuildAsync("App", Reference.Package, "-p:CompilerApiVersion=roslyn5.0")).Clean();
}
