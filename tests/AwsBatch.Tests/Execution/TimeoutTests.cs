using AwsBatch.Clients;
using AwsBatch.CompilerServices;
using AwsBatch.Execution;
using AwsBatch.Retries;
using AwsBatch.Tests.Retries;
using AwsBatch.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Tests.Execution;

public sealed class TimeoutTests : IDisposable
{
    // A guard against a hang, not a wait: a test that passes never reaches it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Harness harness = new();
    private readonly Gate gate = new();

    public void Dispose() => harness.Dispose();

    [Fact]
    public async Task An_attempt_ends_at_its_time_out_and_the_next_has_its_own()
    {
        var options = new BatchOptions { Concurrency = 1, AttemptTimeout = TimeSpan.FromSeconds(3) };
        var batch = harness.Batches.BatchAsync(Harness.Operation(gate.EnterAsync), Harness.Requests(2), options, CancellationToken.None);

        await gate.ArrivalOfAsync(1);
        harness.Clock.Advance(TimeSpan.FromSeconds(3));
        await gate.ArrivalOfAsync(2);
        harness.Clock.Advance(TimeSpan.FromSeconds(2));
        gate.LetOneGo();
        var result = await batch;

        Assert.Equal(BatchErrorKind.Timeout, result[0].Error!.Kind);
        Assert.True(result[0].Error!.IsRetryable);
        Assert.Contains("AttemptTimeout (3 s)", result[0].Error!.ToString(), StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(3), result[0].Duration);
        Assert.True(result[1].IsSuccess);
        Assert.Equal(TimeSpan.FromSeconds(2), result[1].Duration);
    }

    [Theory]
    [InlineData(0.0000001, "AttemptTimeout (0.0000001 s)")]
    [InlineData(0.0005, "AttemptTimeout (0.0005 s)")]
    [InlineData(2.5, "AttemptTimeout (2.5 s)")]
    public async Task A_time_out_is_told_as_it_was_set(double seconds, string told)
    {
        var options = new BatchOptions { AttemptTimeout = TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond)) };
        var batch = harness.Batches.BatchAsync(Harness.Operation(gate.EnterAsync), Harness.Requests(1), options, CancellationToken.None);

        await gate.ArrivalOfAsync(1);
        harness.Clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Contains(told, (await batch)[0].Error!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consumer_may_outlast_the_attempt_but_not_the_total()
    {
        var options = new BatchOptions
        {
            Concurrency = 1,
            AttemptTimeout = TimeSpan.FromSeconds(1),
            TotalTimeout = TimeSpan.FromSeconds(10),
        };
        var operation = Harness.Operation((_, _) => Task.FromResult("headers"))
            .Consume<string>(async (request, _, cancellationToken) => await gate.EnterAsync(request, cancellationToken));
        var batch = harness.Batches.BatchAsync(operation, Harness.Requests(2), options, CancellationToken.None);

        await gate.ArrivalOfAsync(1);
        harness.Clock.Advance(TimeSpan.FromSeconds(9));
        gate.LetOneGo("consumed");
        await gate.ArrivalOfAsync(2);
        harness.Clock.Advance(TimeSpan.FromSeconds(10));
        var result = await batch;

        var ended = Assert.Single(result.Failed);
        Assert.Equal("consumed", Assert.Single(result.Succeeded).Response);
        Assert.Equal(BatchErrorKind.Timeout, ended.Error!.Kind);
        Assert.Contains("TotalTimeout (10 s)", ended.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_call_times_out_with_a_TimeoutException()
    {
        var call = harness.Batches.InvokeAsync(Harness.Operation(gate.EnterAsync), new FakeRequest(0), null, CancellationToken.None);
        await gate.ArrivalOfAsync(1);

        harness.Clock.Advance(TimeSpan.FromSeconds(30));

        await Assert.ThrowsAsync<TimeoutException>(() => call);
    }

    [Fact]
    public async Task The_last_attempt_ends_with_the_total_time_though_it_might_take_longer()
    {
        await using var prompt = new Harness(add: static services => services.AddSingleton(new RetryPolicy(static () => 0)));
        var operation = BatchOperation.Create<FakeRequest, string>(
            Harness.Service, "Read", (_, request, stop) => gate.EnterAsync(request, stop), isReadOnly: true);
        var options = new BatchOptions { AttemptTimeout = TimeSpan.FromSeconds(30), TotalTimeout = TimeSpan.FromSeconds(40) };
        var batch = prompt.Batches.BatchAsync(operation, Harness.Requests(1), options, CancellationToken.None);

        await gate.ArrivalOfAsync(1);
        prompt.Clock.Advance(TimeSpan.FromSeconds(30));
        await gate.ArrivalOfAsync(2);
        prompt.Clock.Advance(TimeSpan.FromSeconds(10));
        var item = (await batch.WaitAsync(Patience))[0];

        Assert.Equal((2, TimeSpan.FromSeconds(40)), (item.Attempts, item.Duration));
        Assert.Contains("TotalTimeout (40 s)", item.Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attempt_that_begins_in_the_middle_of_anothers_time_has_its_own()
    {
        var options = new BatchOptions { Concurrency = 1, AttemptTimeout = TimeSpan.FromSeconds(30), TotalTimeout = TimeSpan.FromSeconds(30) };
        var batch = harness.Batches.BatchAsync(Harness.Operation(gate.EnterAsync), Harness.Requests(2), options, CancellationToken.None);

        await gate.ArrivalOfAsync(1);
        harness.Clock.Advance(TimeSpan.FromSeconds(20));
        gate.LetOneGo();
        await gate.ArrivalOfAsync(2);
        harness.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.False(batch.IsCompleted);
        harness.Clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal([20, 30], (await batch.WaitAsync(Patience)).Select(item => item.Duration.TotalSeconds));
    }

    [Fact]
    public async Task A_throttled_item_ends_with_its_total_time_while_it_waits_for_its_next_attempt()
    {
        await using var stepped = new Harness(add: StepScheduler.Replace);
        await stepped.Services.GetRequiredService<ClientPools>().GetAsync(Harness.Service, target: null, CancellationToken.None);
        var scheduler = (StepScheduler)stepped.Services.GetRequiredService<IWorkScheduler>();
        var throttle = StubAnswer.Exception(503, "SlowDown");

        var batch = stepped.Batches.BatchAsync(
            Harness.Operation((_, _) => Task.FromException<string>(throttle)),
            Harness.Requests(4),
            new BatchOptions { Concurrency = 4, TotalTimeout = TimeSpan.FromSeconds(20) },
            CancellationToken.None);
        var result = scheduler.Complete(batch, TimeSpan.FromMinutes(10));

        Assert.All(result, item => Assert.Same(throttle, item.Error!.Exception));
        Assert.All(result, item => Assert.True(item.Attempts > 1, $"{item.Attempts}"));
        Assert.True(result.Summary.WallTime >= TimeSpan.FromSeconds(20), result.Summary.ToString());
    }
}
