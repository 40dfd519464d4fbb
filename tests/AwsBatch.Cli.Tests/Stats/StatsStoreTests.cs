using AwsBatch.Cli.Stats;

namespace AwsBatch.Cli.Tests.Stats;

public sealed class StatsStoreTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly string directory = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose()
    {
        if (Directory.Exists(directory))
            Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public void Runs_add_up_and_the_oldest_go()
    {
        var store = new StatsStore(directory);
        Parallel.For(0, 520, minute => store.Add(Run(Noon.AddMinutes(minute), milliseconds: minute)));
        File.WriteAllText(Path.Combine(directory, "29990101T000000000Z-broken.json"), "{");

        var runs = store.Read(DateTimeOffset.MinValue).ToList();
        var total = Assert.Single(OperationTotal.Of(store.Read(Noon.AddMinutes(510))));

        Assert.InRange(runs.Count, 490, 500);
        Assert.Equal(Noon.AddMinutes(519), runs[^1].EndedAt);
        Assert.Equal((10, 20, 10), (total.Runs, total.Count, total.Errors));
        Assert.Equal(519, total.Latencies.Max.TotalMilliseconds);
        Assert.InRange(total.Latencies.Percentile(0.5).TotalMilliseconds, 510, 519);

        store.Clear();
        Assert.Empty(store.Read(DateTimeOffset.MinValue));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"ended_at":"2026-01-01T12:00:00+00:00"}""")]
    [InlineData("""{"ended_at":"2026-01-01T12:00:00+00:00","operations":null}""")]
    [InlineData("""{"ended_at":"2026-01-01T12:00:00+00:00","operations":[{"service":"s3","operation":"HeadObject","count":1}]}""")]
    public void A_file_of_another_version_is_passed_over(string content)
    {
        var store = new StatsStore(directory);
        store.Add(Run(Noon, 1));
        File.WriteAllText(Path.Combine(directory, "20260101T130000000Z-other.json"), content);

        Assert.Single(OperationTotal.Of(store.Read(DateTimeOffset.MinValue)));
    }

    [Fact]
    public void A_directory_that_cannot_be_made_is_no_failure()
    {
        File.WriteAllText(directory, "");
        try
        {
            new StatsStore(Path.Combine(directory, "stats")).Add(Run(Noon, 1));
        }
        finally
        {
            File.Delete(directory);
        }
    }

    private static RunStats Run(DateTimeOffset ended, double milliseconds) => new(
        ended,
        [
            new OperationRunStats("s3", "HeadObject", Count: 2, Failed: 1, Deduplicated: 0, Attempts: 2, Throttles: 0, milliseconds * 2, milliseconds, new Dictionary<int, long> { [Bucket(milliseconds)] = 2 }),
        ]);

    private static int Bucket(double milliseconds)
    {
        var histogram = new AwsBatch.Cli.Observation.LatencyHistogram();
        histogram.Add(TimeSpan.FromMilliseconds(milliseconds));
        return histogram.Buckets.Keys.Single();
    }
}
