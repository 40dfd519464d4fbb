using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Execution;

/// <summary>A stream that ends while its source keeps the next request.</summary>
public sealed class KeptSourceTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly CompilerServices.ServiceOperation<FakeRequest, string> Answered = Harness.Operation((_, _) => Task.FromResult("ok"));
    private readonly Harness harness = new();

    public void Dispose() => harness.Dispose();

    [Fact]
    public async Task Its_reader_may_leave()
    {
        var source = new KeptSource<FakeRequest>(new FakeRequest(0));
        var stream = Stream(source).GetAsyncEnumerator();
        Assert.True(await stream.MoveNextAsync().AsTask().WaitAsync(Patience));
        await source.Asked.WaitAsync(Patience);

        await harness.PlayAsync(stream.DisposeAsync().AsTask()).WaitAsync(Patience);

        await AssertDisposedWhenLetGoAsync(source);
    }

    [Fact]
    public async Task The_reader_of_a_mixed_one_may_leave()
    {
        var source = new KeptSource<BatchRequest>(new BatchRequest<FakeRequest, string>(Answered, new FakeRequest(0)));
        var stream = harness.Aws.StreamAsync(source).GetAsyncEnumerator();
        Assert.True(await stream.MoveNextAsync().AsTask().WaitAsync(Patience));
        await source.Asked.WaitAsync(Patience);

        await harness.PlayAsync(stream.DisposeAsync().AsTask()).WaitAsync(Patience);

        await AssertDisposedWhenLetGoAsync(source);
    }

    [Fact]
    public async Task It_may_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var source = new KeptSource<FakeRequest>();
        var run = Stream(source, stop: cancellation.Token).ToListAsync().AsTask();
        await source.Asked.WaitAsync(Patience);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => harness.PlayAsync(run).WaitAsync(Patience));
        await AssertDisposedWhenLetGoAsync(source);
    }

    [Fact]
    public async Task It_may_fail_fast()
    {
        var gate = new Gate();
        var source = new KeptSource<FakeRequest>(new FakeRequest(0));
        var run = harness.Batches
            .StreamAsync(Harness.Operation(gate.EnterAsync), source, new BatchOptions { FailFast = true }, CancellationToken.None)
            .ToListAsync().AsTask();
        await gate.ArrivalOfAsync(1);
        await source.Asked.WaitAsync(Patience);

        gate.FailOne(new InvalidOperationException("broken"));

        await Assert.ThrowsAsync<BatchFailedException>(() => harness.PlayAsync(run).WaitAsync(Patience));
        await AssertDisposedWhenLetGoAsync(source);
    }

    [Fact]
    public async Task Its_reader_may_leave_a_source_that_blocks()
    {
        using var source = new BlockingCollection<FakeRequest> { new(0) };
        var stream = harness.Batches
            .StreamAsync(Answered, source.GetConsumingEnumerable(), null, CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await stream.MoveNextAsync().AsTask().WaitAsync(Patience));

        await harness.PlayAsync(stream.DisposeAsync().AsTask()).WaitAsync(Patience);

        source.CompleteAdding();
    }

    [Fact]
    public async Task One_that_heeds_its_token_has_ended_when_its_reader_has_left()
    {
        var asked = new TaskCompletionSource();
        var hasEnded = false;
        var stream = Stream(HeedAsync()).GetAsyncEnumerator();
        Assert.True(await stream.MoveNextAsync());
        await asked.Task.WaitAsync(Patience);

        await stream.DisposeAsync().AsTask().WaitAsync(Patience);

        Assert.True(hasEnded);

        async IAsyncEnumerable<FakeRequest> HeedAsync([EnumeratorCancellation] CancellationToken stopping = default)
        {
            try
            {
                yield return new FakeRequest(0);
                asked.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, stopping);
            }
            finally
            {
                for (var step = 0; step < 100; step++)
                    await Task.Yield();
                hasEnded = true;
            }
        }
    }

    [Fact]
    public async Task What_the_source_then_throws_is_observed()
    {
        using var unobserved = new Unobserved("the source is late");

        Assert.Equal(0, await unobserved.CountAsync(await LeaveAndThrowAsync("the source is late")));
    }

    // On a stack of its own, so that nothing keeps the failure.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference> LeaveAndThrowAsync(string message)
    {
        var source = new KeptSource<FakeRequest>(new FakeRequest(0));
        var stream = Stream(source).GetAsyncEnumerator();
        Assert.True(await stream.MoveNextAsync());
        await source.Asked.WaitAsync(Patience);
        await harness.PlayAsync(stream.DisposeAsync().AsTask()).WaitAsync(Patience);

        var failure = new InvalidDataException(message);
        source.LetGo(failure);
        await source.Disposed.WaitAsync(Patience);
        return new WeakReference(failure);
    }

    private static async Task AssertDisposedWhenLetGoAsync<TRequest>(KeptSource<TRequest> source)
    {
        Assert.False(source.Disposed.IsCompleted);
        source.LetGo();
        await source.Disposed.WaitAsync(Patience);
    }

    private IAsyncEnumerable<BatchItem<FakeRequest, string>> Stream(IAsyncEnumerable<FakeRequest> source, CancellationToken stop = default) =>
        harness.Batches.StreamAsync(Answered, source, null, stop);
}
