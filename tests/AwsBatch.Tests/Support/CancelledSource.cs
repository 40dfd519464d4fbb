using System.Threading.Tasks.Sources;

namespace AwsBatch.Tests.Support;

/// <summary>
/// Gives its requests at once and then waits to be cancelled. Its reader goes on inside <see cref="Cancel"/>: when that
/// returns, the reader has seen the cancellation and done what it does about it.
/// </summary>
internal sealed class CancelledSource(IEnumerable<BatchRequest> requests)
    : IAsyncEnumerable<BatchRequest>, IAsyncEnumerator<BatchRequest>, IValueTaskSource<bool>
{
    private readonly IEnumerator<BatchRequest> left = requests.GetEnumerator();
    private readonly TaskCompletionSource exhausted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ManualResetValueTaskSourceCore<bool> end;

    /// <summary>Completes when all was read and the reader waits for more.</summary>
    public Task Exhausted => exhausted.Task;

    public BatchRequest Current => left.Current;

    public void Cancel() => end.SetException(new OperationCanceledException());

    public IAsyncEnumerator<BatchRequest> GetAsyncEnumerator(CancellationToken cancellationToken) => this;

    public ValueTask<bool> MoveNextAsync() => left.MoveNext() ? new(true) : new(this, end.Version);

    public ValueTask DisposeAsync()
    {
        left.Dispose();
        return ValueTask.CompletedTask;
    }

    bool IValueTaskSource<bool>.GetResult(short token) => end.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => end.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        end.OnCompleted(continuation, state, token, flags);
        exhausted.SetResult();
    }
}
