using System.Runtime.CompilerServices;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Execution;

/// <summary>Callers who register on a call's token what throws.</summary>
public sealed class ThrowingCallbackTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Harness harness = new();
    private readonly Gate gate = new();

    public void Dispose() => harness.Dispose();

    [Fact]
    public async Task A_fail_fast_call_still_ends_with_its_first_failure()
    {
        var batch = harness.Batches.BatchAsync(
            Harness.Operation(EnterAsync), Harness.Requests(5), new BatchOptions { Concurrency = 2, FailFast = true }, CancellationToken.None);
        await gate.ArrivalOfAsync(2);

        gate.FailOne(new InvalidOperationException("broken"));

        var failure = await Assert.ThrowsAsync<BatchFailedException>(() => batch.WaitAsync(Patience));
        Assert.Equal("broken", failure.Item.Error!.Message);
        Assert.Same(failure.Item, Assert.Single(failure.Completed));
        Assert.Equal(0, gate.Inside);
    }

    [Fact]
    public async Task An_attempt_whose_time_is_over_still_ends_as_such()
    {
        var options = new BatchOptions { AttemptTimeout = TimeSpan.FromSeconds(1), TotalTimeout = TimeSpan.FromSeconds(1) };
        var batch = harness.Batches.BatchAsync(Harness.Operation(EnterAsync), Harness.Requests(1), options, CancellationToken.None);
        await gate.ArrivalOfAsync(1);

        harness.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(BatchErrorKind.Timeout, (await batch.WaitAsync(Patience))[0].Error!.Kind);
    }

    [Fact]
    public async Task A_stream_may_still_be_left()
    {
        await using var stream = harness.Batches
            .StreamAsync(Harness.Operation((_, _) => Task.FromResult("ok")), Source(), null, CancellationToken.None).GetAsyncEnumerator();

        Assert.True(await stream.MoveNextAsync().AsTask().WaitAsync(Patience));
        await stream.DisposeAsync().AsTask().WaitAsync(Patience);

        static async IAsyncEnumerable<FakeRequest> Source([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            cancellationToken.Register(Throw);
            yield return new FakeRequest(0);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }

    private static void Throw() => throw new InvalidOperationException("the callback is broken");

    private Task<string> EnterAsync(FakeRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.Register(Throw);
        return gate.EnterAsync(request, cancellationToken);
    }
}
