using AwsBatch.Telemetry;
using AwsBatch.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Tests.Telemetry;

[Collection(TelemetryCollection.Name)]
public sealed class OperationMeterTests : IDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly AwsBatchTelemetry telemetry;
    private readonly OperationMeter meter;

    public OperationMeterTests()
    {
        telemetry = new AwsBatchTelemetry(time);
        meter = telemetry.For(Harness.Operation((_, _) => Task.FromResult("")));
    }

    public void Dispose() => telemetry.Dispose();

    [Fact]
    public void A_retried_item_counts_once_and_its_attempts_each()
    {
        Attempt(0.1, BatchErrorKind.Throttled);
        Attempt(0.2, BatchErrorKind.Service);
        Attempt(0.3);
        meter.ItemEnded(TimeSpan.FromSeconds(1.6), attempts: 3, error: null, code: null);

        var stats = Read();
        Assert.Equal((1, 0, 3, 1, 0), (stats.Count, stats.Errors, stats.Attempts, stats.Throttles, stats.Deduplicated));
        Assert.Equal(TimeSpan.FromSeconds(1.6), stats.Max);
        Assert.Equal(TimeSpan.FromSeconds(1.6), stats.Average);
    }

    [Fact]
    public void Failed_items_have_a_latency_if_they_were_sent()
    {
        Attempt(4, BatchErrorKind.Timeout);
        meter.ItemEnded(TimeSpan.FromSeconds(4), attempts: 1, BatchErrorKind.Timeout, "Timeout");
        meter.AttemptEnded(TimeSpan.Zero, BatchErrorKind.Validation, sent: false);
        meter.ItemEnded(TimeSpan.Zero, attempts: 0, BatchErrorKind.Validation, "AmazonClientException");

        var stats = Read();
        Assert.Equal((2, 2, 1), (stats.Count, stats.Errors, stats.Attempts));
        Assert.Equal(TimeSpan.FromSeconds(4), stats.Average);
    }

    [Fact]
    public void Followers_count_but_have_no_latency()
    {
        Attempt(2);
        meter.ItemEnded(TimeSpan.FromSeconds(2), attempts: 1, error: null, code: null);
        meter.Deduplicated(1);
        meter.Deduplicated(BatchErrorKind.Service);

        var stats = Read();
        Assert.Equal((3, 1, 2, 1), (stats.Count, stats.Errors, stats.Deduplicated, stats.Attempts));
        Assert.Equal(TimeSpan.FromSeconds(2), stats.Average);
    }

    [Fact]
    public void Throughput_and_effective_concurrency_leave_out_idle_time()
    {
        Enter();
        Enter();
        Assert.Equal(2, meter.InFlight);
        time.Advance(TimeSpan.FromSeconds(2));
        End(2);
        time.Advance(TimeSpan.FromSeconds(2));
        End(4);
        time.Advance(TimeSpan.FromHours(1));

        var stats = Read();
        Assert.Equal(0.5, stats.Throughput, precision: 9); // 2 requests in 4 s
        Assert.Equal(1.5, stats.EffectiveConcurrency, precision: 9); // (2 + 4) s in 4 s
        Assert.Equal(0, meter.InFlight);
    }

    [Fact]
    public void Concurrent_events_are_counted_exactly()
    {
        const int Threads = 8, PerThread = 20_000;

        Parallel.For(0, Threads, thread =>
        {
            for (var n = 0; n < PerThread; n++)
                RunItem(n);
        });

        var stats = Read();
        const int Total = Threads * PerThread;
        Assert.Equal((2 * Total, Total, Total, Total / 2), (stats.Count, stats.Attempts, stats.Deduplicated, stats.Throttles));
        Assert.Equal(Total / 2, stats.Errors);
        Assert.Equal(0, meter.InFlight);
    }

    [Fact]
    public async Task A_reset_under_load_leaves_no_half_counted_numbers()
    {
        const int Threads = 4, PerThread = 20_000;
        var load = Enumerable.Range(0, Threads).Select(_ => Task.Run(() =>
        {
            for (var n = 0; n < PerThread; n++)
                RunItem(n);
        })).ToArray();

        while (!load.All(static task => task.IsCompleted))
        {
            meter.Reset();
            if (meter.Read() is { } stats)
            {
                Assert.InRange(stats.Attempts, 0, Threads * PerThread);
                Assert.InRange(stats.Throttles, 0, stats.Attempts);
                Assert.InRange(stats.Errors, 0, stats.Count);
                Assert.InRange(stats.Deduplicated, 0, stats.Count);
                Assert.InRange(stats.P50, TimeSpan.Zero, stats.P99);
                Assert.InRange(stats.P99, stats.P50, stats.Max);
                Assert.InRange(stats.Average, TimeSpan.Zero, stats.Max);
            }
        }

        await Task.WhenAll(load);
        meter.Reset();
        Assert.Null(meter.Read());
        Assert.Equal(0, meter.InFlight);
        RunItem(1);
        Assert.Equal(2, Read().Count);
    }

    private OperationStats Read() => Assert.IsType<OperationStats>(meter.Read());

    private void RunItem(int number)
    {
        BatchErrorKind? error = number % 2 == 0 ? BatchErrorKind.Throttled : null;
        Enter();
        meter.AttemptEnded(TimeSpan.FromMilliseconds(1), error);
        Leave();
        meter.ItemEnded(TimeSpan.FromMilliseconds(1), 1, error, error is null ? null : "SlowDown");
        meter.Deduplicated(1);
    }

    private void Attempt(double seconds, BatchErrorKind? error = null)
    {
        Enter();
        time.Advance(TimeSpan.FromSeconds(seconds));
        meter.AttemptEnded(TimeSpan.FromSeconds(seconds), error);
        Leave();
    }

    private void End(double seconds)
    {
        meter.AttemptEnded(TimeSpan.FromSeconds(seconds), null);
        Leave();
        meter.ItemEnded(TimeSpan.FromSeconds(seconds), 1, null, null);
    }

    private void Enter() => meter.Entered(time.GetTimestamp());

    private void Leave() => meter.Left(time.GetTimestamp());
}
