using AwsBatch.Packaging.Building;

namespace AwsBatch.Packaging;

[Collection(WorkshopCollection.Name)]
public class ConsumerTests(Workshop workshop)
{
    [Fact]
    public async Task An_app_builds_against_the_packages_and_runs_a_batch_on_the_endpoint()
    {
        (await workshop.BuildAsync("App")).Clean();

        var run = (await workshop.RunAsync("App")).Clean();

        Assert.Equal(["buckets: 1", "instances: 3", "on the wire: 2"], run.Output.Trim().Split(Environment.NewLine));
    }

    [Theory]
    [InlineData(Reference.Package)]
    [InlineData(Reference.Project)]
    public async Task A_library_its_app_and_the_apps_tests_see_each_others_internals_and_have_interfaces_each(Reference reference)
    {
        if (reference == Reference.Project)
            (await workshop.RestoreAsync("App.Tests", reference)).Clean();
        (await workshop.BuildAsync("App.Tests", reference)).Clean();

        var run = (await workshop.RunAsync("App.Tests", reference)).Clean();

        Assert.Equal("buckets: 2", run.Output.Trim());
    }

    [Fact]
    public async Task A_misspelt_operation_is_one_error_that_names_what_was_meant()
    {
        var build = await workshop.BuildAsync("Misspelt");

        Assert.NotEqual(0, build.ExitCode);
        var error = Assert.Single(build.Diagnostics);
        Assert.StartsWith("error AWSB003: ", error, StringComparison.Ordinal);
        Assert.Contains("HeadObject'", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_of_a_framework_without_the_library_is_told_so_at_restore()
    {
        var restore = await workshop.RestoreAsync("OlderFramework");

        Assert.NotEqual(0, restore.ExitCode);
        Assert.Contains(restore.Diagnostics, text => text.StartsWith("error NU1202: Package AwsBatch ", StringComparison.Ordinal));
    }
}
