using Amazon.Runtime;
using AwsBatch.Clients;
using AwsBatch.CompilerServices;
using AwsBatch.Execution;
using AwsBatch.Tests.Retries;
using AwsBatch.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Tests.Execution;

/// <summary>Moments that the thread pool hardly ever shows: each was found by the simulation of the core.</summary>
public sealed class SteppedCoreTests : IDisposable
{
    // Shorter than the back-off before a retry.
    private static readonly TimeSpan ShortTime = TimeSpan.FromMilliseconds(20);

    private readonly SteppedScheduler scheduler = new();
    private readonly RingCountingClock clock = new();
    private readonly Harness harness;
    private readonly Dictionary<int, TaskCompletionSource<string>> inFlight = [];
    private Func<FakeRequest, Task<string>> answer;

    public SteppedCoreTests()
    {
        answer = request => (inFlight[request.Number] = new TaskCompletionSource<string>()).Task;
        harness = new Harness(add: services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            services.AddSingleton<IWorkScheduler>(scheduler);
            services.AddSingleton(new AwsBatch.Retries.RetryPolicy(static () => 1));
        });
    }

    public void Dispose() => harness.Dispose();

    [Fact]
    public async Task An_item_ends_when_its_time_is_over_though_it_would_be_tried_again()
    {
        answer = static _ => Task.FromException<string>(StubAnswer.Exception(500));
        var batch = Start(1, new BatchOptions { TotalTimeout = ShortTime });
        scheduler.RunAll();

        clock.Advance(ShortTime);
        scheduler.RunAll();

        Assert.True(batch.IsCompleted);
        Assert.Equal(1, (await batch)[0].Attempts);
    }

    [Fact]
    public async Task What_an_item_waited_in_vain_is_of_its_duration()
    {
        answer = static _ => Task.FromException<string>(StubAnswer.Exception(500));
        var batch = Start(1, new BatchOptions { TotalTimeout = ShortTime });
        scheduler.RunAll();

        clock.Advance(ShortTime);
        scheduler.RunAll();

        Assert.Equal(ShortTime, (await batch)[0].Duration);
        Assert.Equal(ShortTime, harness.Services.GetRequiredService<IPerfStats>().Snapshot()["fake:Read"].Max);
    }

    [Fact]
    public async Task An_item_whose_time_is_over_before_a_slot_is_free_is_not_sent_again()
    {
        var second = TimeSpan.FromSeconds(1);
        var batch = Start(2, new BatchOptions { Concurrency = 1, TotalTimeout = 10 * second });
        scheduler.RunAll();
        clock.Advance(second);
        inFlight[0].SetException(StubAnswer.Exception(500));
        scheduler.RunAll();

        // Its wait for a retry is over before its time is; request 1 keeps the only slot.
        clock.Advance(second);
        clock.Advance(8 * second);
        inFlight[1].SetResult("answer");
        scheduler.RunAll();

        Assert.True(batch.IsCompleted);
        var result = await batch;
        Assert.Equal((1, "answer"), (result[0].Attempts, result[1].Response));
    }

    [Fact]
    public async Task Who_waits_for_the_answer_to_an_equal_request_waits_no_longer_than_its_time()
    {
        var sharing = new BatchOptions { DedupeWindow = TimeSpan.FromMinutes(1) };
        var patient = Start(1, sharing);
        var hasty = Start(1, sharing with { TotalTimeout = ShortTime });
        scheduler.RunAll();

        clock.Advance(ShortTime);
        scheduler.RunAll();

        Assert.True(hasty.IsCompleted);
        var item = (await hasty)[0];
        Assert.Equal((BatchErrorKind.Timeout, 0, TimeSpan.Zero), (item.Error?.Kind, item.Attempts, item.Duration));
        inFlight[0].SetResult("answer");
        Assert.Equal("answer", (await patient)[0].Response);
    }

    [Fact]
    public async Task A_cancelled_call_leaves_nothing_parked_in_its_pool()
    {
        using var cancellation = new CancellationTokenSource();
        answer = static _ => Task.FromException<string>(StubAnswer.Exception(500));
        var batch = Start(2, options: null, cancellation.Token);
        scheduler.RunAll();
        var pool = await harness.Services.GetRequiredService<ClientPools>().GetAsync(Harness.Service, target: null, CancellationToken.None);
        Assert.Equal(2, pool.Parked);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch);
        Assert.Equal(0, pool.Parked);
    }

    [Fact]
    public async Task A_worker_sends_nothing_if_its_call_has_ended_before_it_began()
    {
        using var cancellation = new CancellationTokenSource();
        var batch = Start(1, options: null, cancellation.Token);

        await cancellation.CancelAsync();
        scheduler.RunAll();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch);
        Assert.Empty(inFlight);
    }

    [Fact]
    public async Task A_cancelled_call_passes_the_lead_on_of_an_item_that_was_about_to_end()
    {
        // Request 0 leads and waits for a retry until its time is over; request 1 keeps the only worker.
        using var cancellation = new CancellationTokenSource();
        var hanging = answer;
        answer = request => request.Number == 0 ? Task.FromException<string>(StubAnswer.Exception(500)) : hanging(request);
        var sharing = new BatchOptions { Concurrency = 1, DedupeWindow = TimeSpan.FromMinutes(1) };
        var cancelled = Start(2, sharing with { TotalTimeout = ShortTime }, cancellation.Token);
        scheduler.RunAll();
        answer = hanging;
        var follower = Start(1, sharing);
        scheduler.RunAll();
        clock.Advance(ShortTime);

        await cancellation.CancelAsync();
        scheduler.RunAll();

        inFlight[0].SetResult("answer");
        Assert.Equal("answer", (await follower)[0].Response);
        inFlight[1].SetResult("late");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
    }

    [Fact]
    public async Task A_throttled_leader_whose_time_is_over_passes_the_lead_on()
    {
        var sharing = new BatchOptions { DedupeWindow = TimeSpan.FromMinutes(1) };
        var hasty = Start(1, sharing with { TotalTimeout = ShortTime });
        var patient = Start(1, sharing);
        scheduler.RunAll();
        inFlight[0].SetException(StubAnswer.Exception(429));
        inFlight.Clear();

        clock.Advance(ShortTime);
        scheduler.RunAll();
        Assert.Equal(BatchErrorKind.Throttled, (await hasty)[0].Error?.Kind);

        // Its own first attempt, as soon as the pacer lets it.
        while (inFlight.Count == 0 && !patient.IsCompleted)
        {
            clock.Advance(ShortTime);
            scheduler.RunAll();
        }

        inFlight[0].SetResult("answer");
        Assert.Equal("answer", (await patient)[0].Response);
    }

    [Fact]
    public async Task A_rate_beyond_what_timers_hold_is_one_like_any_other()
    {
        using var cancellation = new CancellationTokenSource();
        var batch = Start(2, new BatchOptions { MaxRequestsPerSecond = 1e-9 }, cancellation.Token);
        scheduler.RunAll();
        inFlight[0].SetResult("first");
        clock.Advance(TimeSpan.FromDays(60));
        scheduler.RunAll();
        Assert.Equal([0], inFlight.Keys);

        await cancellation.CancelAsync();
        scheduler.RunAll();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch);
    }

    [Fact]
    public async Task A_rate_cap_wakes_nobody_while_there_is_no_room()
    {
        var batch = Start(3, new BatchOptions { Concurrency = 1, MaxRequestsPerSecond = 10 });
        scheduler.RunAll();
        inFlight[0].SetResult("first");
        clock.Advance(TimeSpan.FromMilliseconds(100));
        scheduler.RunAll();
        Assert.Contains(1, inFlight.Keys);

        var before = clock.Rings;
        for (var step = 0; step < 1_000; step++)
            clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.InRange(clock.Rings - before, 0, 10);
        inFlight[1].SetResult("second");
        scheduler.RunAll();
        inFlight[2].SetResult("third");
        Assert.Equal(3, (await batch).Succeeded.Count);
    }

    private Task<BatchResult<FakeRequest, string>> Start(int count, BatchOptions? options, CancellationToken cancellationToken = default)
    {
        // With the test runner's context what goes on after an answer would go on in another thread.
        SynchronizationContext.SetSynchronizationContext(null);
        var operation = BatchOperation.Create<FakeRequest, string>(
            Harness.Service, "Read", (_, request, _) => answer(request), identity: new ByNumber(), isReadOnly: true);

        // Made beforehand: this alone runs on the thread pool.
        _ = harness.Services.GetRequiredService<ClientPools>()
            .GetAsync(Harness.Service, target: null, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return harness.Batches.BatchAsync(operation, Harness.Requests(count), options, cancellationToken);
    }

    private sealed class RingCountingClock : FakeTimeProvider
    {
        public int Rings { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(
                timer =>
                {
                    Rings++;
                    callback(timer);
                },
                state,
                dueTime,
                period);
    }
}
