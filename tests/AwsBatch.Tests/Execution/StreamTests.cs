using System.Runtime.CompilerServices;
using AwsBatch.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Tests.Execution;

public sealed class StreamTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Harness harness = new();
    private readonly Gate gate = new();
    private int pulled;

    public void Dispose() => harness.Dispose();

    [Fact]
    public async Task Results_come_as_they_complete_with_the_index_of_their_request()
    {
        var stream = Stream(Harness.Operation(gate.EnterAsync), Endless(), concurrency: 2).GetAsyncEnumerator();

        var first = stream.MoveNextAsync();
        await gate.ArrivalOfAsync(2);
        gate.LetOneGo(static request => $"answer to {request.Number}");
        Assert.True(await first.AsTask().WaitAsync(Patience));
        Assert.Equal($"answer to {stream.Current.Index}", stream.Current.Response);

        await gate.ArrivalOfAsync(3);
        var leaving = stream.DisposeAsync();
        await leaving.AsTask().WaitAsync(Patience);
        Assert.Equal(0, gate.Inside);
    }

    [Fact]
    public async Task An_endless_source_is_read_only_as_far_ahead_as_the_queues_hold()
    {
        var answered = Harness.Operation((_, _) => Task.FromResult("ok"));
        await using var stream = Stream(answered, Endless(), concurrency: 4).GetAsyncEnumerator();

        for (var i = 0; i < 1_000; i++)
        {
            Assert.True(await stream.MoveNextAsync().AsTask().WaitAsync(Patience));

            // Handed out + in the result queue + in slots + in the request queue + in the reader's hand.
            Assert.InRange(Volatile.Read(ref pulled), i + 1, i + 1 + 4 + 4 + 4 + 1);
        }
    }

    [Fact]
    public async Task A_source_of_equal_requests_is_not_read_on_and_on_while_the_first_is_in_flight()
    {
        var operation = CompilerServices.BatchOperation.Create<FakeRequest, string>(
            Harness.Service, "Read", (_, request, stop) => gate.EnterAsync(request, stop), identity: new ByNumber(), isReadOnly: true);
        await using var stream = Stream(operation, Equal(), concurrency: 4).GetAsyncEnumerator();
        var first = stream.MoveNextAsync();
        await gate.ArrivalOfAsync(1);

        // It stands still when what waits is as much as may, not before it has gone on.
        while (Volatile.Read(ref pulled) < 2)
            await Task.Yield();
        for (var before = -1; before != Volatile.Read(ref pulled);)
        {
            before = Volatile.Read(ref pulled);
            for (var turn = 0; turn < 1_000; turn++)
                await Task.Yield();
        }

        Assert.InRange(pulled, 2, 200);
        gate.LetOneGo("answer");
        Assert.True(await first.AsTask().WaitAsync(Patience));
        for (var i = 0; i < 1_000; i++)
        {
            while (gate.Inside > 0)
                gate.LetOneGo("answer");
            var next = stream.MoveNextAsync().AsTask();
            while (!next.IsCompleted)
            {
                if (gate.Inside > 0)
                    gate.LetOneGo("answer");
                await Task.Yield();
            }

            Assert.Equal("answer", stream.Current.Response);
        }

        async IAsyncEnumerable<FakeRequest> Equal()
        {
            while (true)
            {
                await Task.Yield();
                Interlocked.Increment(ref pulled);
                yield return new FakeRequest(0);
            }
        }
    }

    [Fact]
    public async Task The_cap_holds_in_a_stream()
    {
        var run = CollectAsync(Stream(Harness.Operation(gate.EnterAsync), Finite(30), concurrency: 3));
        for (var arrived = 3; arrived <= 30; arrived++)
        {
            await gate.ArrivalOfAsync(arrived);
            gate.LetOneGo();
        }

        while (gate.Inside > 0)
            gate.LetOneGo();
        var items = await run.WaitAsync(Patience);

        Assert.Equal(Enumerable.Range(0, 30), items.Select(item => item.Index).Order());
        Assert.Equal(3, gate.PeakInside);
    }

    [Fact]
    public async Task What_the_source_throws_comes_after_the_results_of_what_it_gave()
    {
        var items = new List<int>();
        var stream = Stream(Harness.Operation((_, _) => Task.FromResult("ok")), Finite(5, thenThrow: true), concurrency: 2);

        var thrown = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var item in stream)
                items.Add(item.Index);
        });

        Assert.Equal("line 6 is broken", thrown.Message);
        Assert.Equal(Enumerable.Range(0, 5), items.Order());
    }

    [Fact]
    public async Task What_the_source_throws_is_seen_to_though_the_reader_has_left()
    {
        var failure = new InvalidOperationException("the source is gone");
        var isUnobserved = false;
        EventHandler<UnobservedTaskExceptionEventArgs> note = (_, args) => isUnobserved |= args.Exception.InnerExceptions.Contains(failure);
        TaskScheduler.UnobservedTaskException += note;

        await LeaveAsync(failure);
        GC.Collect();
        GC.WaitForPendingFinalizers();

        TaskScheduler.UnobservedTaskException -= note;
        Assert.False(isUnobserved);
    }

    [Fact]
    public async Task A_null_request_is_refused_by_position()
    {
        var stream = harness.Batches.StreamAsync(
            Harness.Operation((_, _) => Task.FromResult("ok")), new FakeRequest[] { new(0), null! }, null, CancellationToken.None);

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => CollectAsync(stream));

        Assert.Contains("requests[1] is null", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fail_fast_ends_the_stream_after_awaiting_what_was_in_flight()
    {
        var options = new BatchOptions { Concurrency = 3, FailFast = true };
        var run = CollectAsync(harness.Batches.StreamAsync(Harness.Operation(gate.EnterAsync), Endless(), options, CancellationToken.None));
        await gate.ArrivalOfAsync(3);
        gate.FailOne(new InvalidOperationException("broken"));

        var failure = await Assert.ThrowsAsync<BatchFailedException>(() => run.WaitAsync(Patience));

        Assert.StartsWith("Batch failed: ", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, gate.Inside);
        Assert.Equal(3, gate.Arrived);
    }

    [Fact]
    public async Task Fail_fast_tells_the_failure_though_the_source_breaks_when_it_is_told_to_end()
    {
        var options = new BatchOptions { Concurrency = 3, FailFast = true };
        var run = CollectAsync(harness.Batches.StreamAsync(Harness.Operation(gate.EnterAsync), Breaking(), options, CancellationToken.None));
        await gate.ArrivalOfAsync(1);
        gate.FailOne(new InvalidOperationException("refused"));

        var failure = await Assert.ThrowsAsync<BatchFailedException>(() => run.WaitAsync(Patience));

        Assert.Contains("refused", failure.Message, StringComparison.Ordinal);

        static async IAsyncEnumerable<FakeRequest> Breaking([EnumeratorCancellation] CancellationToken stopping = default)
        {
            yield return new FakeRequest(0);
            await Task.Delay(Timeout.InfiniteTimeSpan, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw new InvalidDataException("the connection of the source was closed");
        }
    }

    [Fact]
    public async Task Fail_fast_hands_out_all_that_had_finished_though_nobody_had_read_it()
    {
        var options = new BatchOptions { Concurrency = 3, FailFast = true };
        await using var items = harness.Batches.StreamAsync(Harness.Operation(gate.EnterAsync), Endless(), options, CancellationToken.None)
            .GetAsyncEnumerator();
        var first = items.MoveNextAsync().AsTask();
        for (var ended = 0; ended < 4; ended++)
        {
            await gate.ArrivalOfAsync(ended + 3);
            gate.LetOneGo();
        }

        // Three lie in the queue now, and the workers of two more will wait for room.
        await gate.ArrivalOfAsync(7);
        Assert.True(await first);
        gate.LetOneGo();
        gate.LetOneGo();
        var stats = harness.Services.GetRequiredService<IPerfStats>();
        Assert.True(SpinWait.SpinUntil(() => stats.Snapshot()["fake:Call"].Count == 6, Patience));
        gate.FailOne(new InvalidOperationException("broken"));
        Assert.True(SpinWait.SpinUntil(() => stats.Snapshot()["fake:Call"].Count == 7, Patience));
        for (var turn = 0; turn < 1_000; turn++)
            await Task.Yield();

        var read = new List<int> { items.Current.Index };
        var failure = await Assert.ThrowsAsync<BatchFailedException>(async () =>
        {
            while (await items.MoveNextAsync().AsTask().WaitAsync(Patience))
                read.Add(items.Current.Index);
        });

        Assert.Equal(Enumerable.Range(0, 7).Where(index => index != failure.Item.Index), read.Order());
    }

    [Fact]
    public async Task Cancelling_ends_the_stream_after_awaiting_what_was_in_flight()
    {
        using var cancellation = new CancellationTokenSource();
        var run = CollectAsync(harness.Batches.StreamAsync(Harness.Operation(gate.EnterAsync), Endless(), null, cancellation.Token));
        await gate.ArrivalOfAsync(8);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(Patience));
        Assert.Equal(0, gate.Inside);
    }

    [Fact]
    public async Task A_token_given_to_the_enumeration_cancels_as_well()
    {
        using var cancellation = new CancellationTokenSource();
        var stream = harness.Batches.StreamAsync(Harness.Operation(gate.EnterAsync), Endless(), null, CancellationToken.None);
        var run = Task.Run(async () =>
        {
            await foreach (var item in stream.WithCancellation(cancellation.Token))
                Assert.Fail($"nothing was answered, yet {item.Index} came");
        });
        await gate.ArrivalOfAsync(8);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(Patience));
        Assert.Equal(0, gate.Inside);
    }

    // A method of its own, so that nothing of the stream is alive after it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task LeaveAsync(Exception failure)
    {
        var isBroken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await foreach (var item in Stream(Harness.Operation((_, _) => Task.FromResult("ok")), BreakingAsync(), concurrency: 2))
        {
            await isBroken.Task.WaitAsync(Patience);
            break;
        }

        async IAsyncEnumerable<FakeRequest> BreakingAsync()
        {
            yield return new FakeRequest(0);
            await Task.Yield();
            isBroken.SetResult();
            throw failure;
        }
    }

    private static async Task<List<BatchItem<FakeRequest, string>>> CollectAsync(IAsyncEnumerable<BatchItem<FakeRequest, string>> stream) =>
        await stream.ToListAsync();

    private IAsyncEnumerable<BatchItem<FakeRequest, string>> Stream(
        CompilerServices.BatchOperation<FakeRequest, string> operation, IAsyncEnumerable<FakeRequest> source, int concurrency) =>
        harness.Batches.StreamAsync(operation, source, new BatchOptions { Concurrency = concurrency }, CancellationToken.None);

    private IAsyncEnumerable<FakeRequest> Endless() => Finite(int.MaxValue);

    private async IAsyncEnumerable<FakeRequest> Finite(
        int count, bool thenThrow = false, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var number = 0; number < count; number++)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            Interlocked.Increment(ref pulled);
            yield return new FakeRequest(number);
        }

        if (thenThrow)
            throw new InvalidDataException($"line {count + 1} is broken");
    }
}
