using AwsBatch.Packaging.Building;

namespace AwsBatch.Packaging;

[Collection(WorkshopCollection.Name)]
public class NativeAotTests(Workshop workshop)
{
    [NativeToolchainFact]
    public async Task The_sample_publishes_without_a_trim_or_AOT_warning_and_runs_its_batch()
    {
        var published = await workshop.PublishAsync("samples/NativeAot");

        var run = (await Workshop.RunAsync(Path.Combine(published, "NativeAot"))).Clean();

        Assert.Contains("3 requests", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 succeeded, 1 failed", run.Output, StringComparison.Ordinal);
    }
}
