using AwsBatch.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Tests.Execution;

public sealed class ProgressTests : IDisposable
{
    private readonly Harness harness = new();
    private readonly Gate gate = new();

    public void Dispose() => harness.Dispose();

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

    [Fact]
    public async Task A_report_slower_than_the_interval_holds_up_no_thread_but_its_own()
    {
        var clock = new RingingClock();
        await using var core = new Harness(add: services => services.AddSingleton<TimeProvider>(clock));
        using var reports = new Slow();
        var batch = core.Batches.BatchAsync(
            Harness.Operation(gate.EnterAsync), Harness.Requests(1), new BatchOptions { Progress = reports }, CancellationToken.None);
        await gate.ArrivalOfAsync(1);

        var first = Task.Run(clock.Ring);
        await reports.Begun.WaitAsync();
        await Task.Run(clock.Ring).WaitAsync(TimeSpan.FromSeconds(20));

        reports.Finish();
        await first;
        gate.LetOneGo();
        await batch;
        Assert.Equal(2, reports.Count);
    }

    private Task<BatchResult<FakeRequest, string>> Run(IProgress<BatchProgress> progress) => harness.Batches.BatchAsync(
        Harness.Operation(gate.EnterAsync), Harness.Requests(4), new BatchOptions { Concurrency = 2, Progress = progress }, CancellationToken.None);

    private sealed class Reports : IProgress<BatchProgress>
    {
        public List<BatchProgress> All { get; } = [];

        public void Report(BatchProgress value) => All.Add(value);
    }

    private sealed class Slow : IProgress<BatchProgress>, IDisposable
    {
        private readonly ManualResetEventSlim finished = new();

        public SemaphoreSlim Begun { get; } = new(0);

        public int Count { get; private set; }

        public void Finish() => finished.Set();

        public void Report(BatchProgress value)
        {
            Count++;
            Begun.Release();
            finished.Wait();
        }

        public void Dispose()
        {
            finished.Dispose();
            Begun.Dispose();
        }
    }

    /// <summary>Rings its periodic timers when told to, on the thread that tells it.</summary>
    private sealed class RingingClock : FakeTimeProvider
    {
        private readonly List<Action> periodic = [];

        public void Ring() => periodic.ForEach(static ring => ring());

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (period != Timeout.InfiniteTimeSpan)
                periodic.Add(() => callback(state));
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }

    private sealed class Broken : IProgress<BatchProgress>
    {
        public void Report(BatchProgress value) => throw new InvalidOperationException("the console is gone");
    }
}
