using System.Text.Json;
using AwsBatch.Cli.Input;
using AwsBatch.Cli.Observation;
using AwsBatch.Cli.Output;
using AwsBatch.Dynamic;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Cli.Tests.Observation;

public sealed class RunRecorderTests
{
    private static readonly OperationName Head = new("s3", "HeadObject");
    private static readonly BatchRequest Sent = DynamicRequest.Create("s3", "HeadObject", JsonElement.Parse("""{"Bucket":"logs","Key":"a.txt"}"""));
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void A_run_is_samples_operations_errors_and_slow_requests()
    {
        var recorder = new RunRecorder(new NoStats(), clock);
        for (var second = 0; second < 3; second++)
        {
            End(recorder, second, milliseconds: 100 * (second + 1), code: second == 1 ? "NoSuchKey" : null);
            clock.Advance(TimeSpan.FromSeconds(1));
            recorder.Report(new BatchProgress(null, 0, 0, second + 1, 0, 8, 0, null));
        }

        var run = recorder.Finish([KeyValuePair.Create("--concurrency", "4")]);

        Assert.Equal(
            [(0, 1, 0, 1), (1, 1, 1, 2), (2, 1, 0, 3), (3, 0, 0, 0)],
            run.Samples.Select(sample => ((int)sample.At.TotalSeconds, (int)sample.Completed, (int)sample.Failed, sample.InFlight)));
        Assert.Equal((3, 1), (run.Completed, run.Failed));
        Assert.Equal("s3:HeadObject", Assert.Single(run.Operations).Name.ToString());
        Assert.Equal(("NoSuchKey", 1L, 1), (run.Errors[0].Code, run.Errors[0].Count, run.Errors[0].Index));
        Assert.Equal([2, 1, 0], run.Slowest.Select(item => item.Index));
        Assert.Equal("s3:HeadObject (Bucket=logs, Key=a.txt)", run.Slowest[0].Request);
        Assert.Equal((null, "NoSuchKey"), (run.Slowest[0].Code, run.Slowest[1].Code));
        Assert.Equal("--concurrency", run.Settings[0].Key);
    }

    [Fact]
    public void A_long_run_has_longer_samples_not_more()
    {
        var recorder = new RunRecorder(new NoStats(), clock);
        for (var second = 0; second < 5_000; second++)
        {
            End(recorder, second, 10, second % 2 == 0 ? null : "E");
            clock.Advance(TimeSpan.FromSeconds(1));
            recorder.Report(default);
        }

        var run = recorder.Finish([]);

        Assert.InRange(run.Samples.Count, 100, 240);
        Assert.Equal(5_000, run.Samples.Sum(sample => sample.Completed));
        Assert.Equal(TimeSpan.FromSeconds(5_000), run.Samples.Aggregate(TimeSpan.Zero, (sum, sample) => sum + sample.Length));
        Assert.Equal(20, run.Slowest.Count);
    }

    [Fact]
    public void Percentiles_are_within_five_percent()
    {
        var histogram = new LatencyHistogram();
        for (var milliseconds = 1; milliseconds <= 1_000; milliseconds++)
            histogram.Add(TimeSpan.FromMilliseconds(milliseconds));

        Assert.InRange(histogram.Percentile(0.5).TotalMilliseconds, 500, 525);
        Assert.InRange(histogram.Percentile(0.99).TotalMilliseconds, 990, 1_000);
        Assert.Equal(500.5, histogram.Mean.TotalMilliseconds, 0.1);
        Assert.Equal(TimeSpan.FromMilliseconds(1_000), histogram.Percentile(1));
    }

    private static void End(RunRecorder recorder, int index, int milliseconds, string? code)
    {
        var entry = RequestEntry.Read(new InputValue(index, index + 1, JsonElement.Parse("""{"service":"s3","operation":"HeadObject","id":"x"}""")));
        var outcome = new Outcome { Duration = TimeSpan.FromMilliseconds(milliseconds), Attempts = 1, Error = code is null ? null : $"failed with {code}" };
        recorder.Ended(entry, Head, Sent, outcome, code);
    }

    private sealed class NoStats : IPerfStats
    {
        public IReadOnlyDictionary<string, OperationStats> Snapshot() => new Dictionary<string, OperationStats>();

        public void Reset()
        {
        }
    }
}
