using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Execution;

public sealed class ProgressTests : IAsyncDisposable
{
    private readonly Harness harness = new();
    private readonly Gate gate = new();

    public ValueTask DisposeAsync() => harness.DisposeAsync();

    [Fact]
    public async Task Progress_is_told_by_the_clock_and_once_at_the_end()
    {
        var reports = new Reports();
        var batch = Run(reports);
        await gate.ArrivalOfAsync(2);
        gate.LetOneGo();
        await gate.ArrivalOfAsync(3);
        gate.FailOne(new InvalidOperationException());
        await gate.ArrivalOfAsync(4);

        harness.Clock.Advance(TimeSpan.FromMilliseconds(100));
        var midway = Assert.Single(reports.All);
        Assert.Equal((4, 2, 1, 2, 2), (midway.Total, midway.Completed, midway.Failed, midway.InFlight, midway.Limit));
        Assert.Equal(20, midway.Rate, precision: 3);
        Assert.Equal(TimeSpan.FromMilliseconds(100), midway.Eta);

        gate.LetOneGo();
        gate.LetOneGo();
        await batch;
        var last = reports.All[^1];
        Assert.Equal(2, reports.All.Count);
        Assert.Equal((4, 1, 0), (last.Completed, last.Failed, last.InFlight));
        Assert.Equal(TimeSpan.Zero, last.Eta);
    }

    [Fact]
    public async Task A_progress_that_throws_does_not_harm_the_batch()
    {
        var batch = Run(new Broken());
        for (var arrived = 2; arrived <= 4; arrived++)
        {
            await gate.ArrivalOfAsync(arrived);
            harness.Clock.Advance(TimeSpan.FromMilliseconds(100));
            gate.LetOneGo();
        }

        gate.LetOneGo();
        Assert.Equal(4, (await batch).Succeeded.Count);
    }

    private Task<BatchResult<FakeRequest, string>> Run(IProgress<BatchProgress> progress) => harness.Batches.BatchAsync(
        Harness.Operation(gate.EnterAsync), Harness.Requests(4), new BatchOptions { Concurrency = 2, Progress = progress }, CancellationToken.None);

    private sealed class Reports : IProgress<BatchProgress>
    {
        public List<BatchProgress> All { get; } = [];

        public void Report(BatchProgress value) => All.Add(value);
    }

    private sealed class Broken : IProgress<BatchProgress>
    {
        public void Report(BatchProgress value) => throw new InvalidOperationException("the console is gone");
    }
}
