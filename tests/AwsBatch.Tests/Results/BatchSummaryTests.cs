using AwsBatch.Tests.Retries;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Results;

public sealed class BatchSummaryTests : IDisposable
{
    private readonly Harness harness = new();

    public void Dispose() => harness.Dispose();

    [Fact]
    public async Task It_says_what_became_of_a_batch_and_how_busy_it_was()
    {
        var gate = new Gate();
        var batch = harness.Batches.BatchAsync(Harness.Operation(gate.EnterAsync), Harness.Requests(2), null, CancellationToken.None);
        await gate.ArrivalOfAsync(2);
        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        gate.LetOneGo();
        gate.FailOne(StubAnswer.Exception(404));

        var summary = (await batch).Summary;

        Assert.Equal((TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)), (summary.WallTime, summary.BusyTime));
        Assert.Equal((2.0, 2.0), (summary.Throughput, summary.EffectiveConcurrency));
        Assert.Equal(
            "2 requests in 1.00 s: 1 succeeded, 1 failed, 2 calls/s at 2.0 in flight, 2 attempts, 0 throttled, 0 deduplicated",
            summary.ToString());
    }

    [Fact]
    public async Task It_counts_the_attempts_that_were_throttled()
    {
        var attempts = 0;
        var operation = Harness.Operation((_, _) =>
            ++attempts < 3 ? Task.FromException<string>(StubAnswer.Exception(429)) : Task.FromResult("ok"));

        var options = new BatchOptions { TotalTimeout = Timeout.InfiniteTimeSpan };

        var result = await harness.PlayAsync(harness.Batches.BatchAsync(operation, Harness.Requests(1), options, CancellationToken.None));

        Assert.Equal((1, 3L, 2L), (result.Summary.Succeeded, result.Summary.Attempts, result.Summary.Throttles));
    }
}
