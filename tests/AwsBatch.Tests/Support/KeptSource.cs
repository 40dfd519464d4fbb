namespace AwsBatch.Tests.Support;

/// <summary>Gives its requests at once and keeps the next one for as long as the test wants, whatever is cancelled.</summary>
internal sealed class KeptSource<TRequest>(params TRequest[] requests) : IAsyncEnumerable<TRequest>, IAsyncEnumerator<TRequest>
{
    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> kept = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int next;

    /// <summary>Completes when all were read and one more is asked for.</summary>
    public Task Asked => asked.Task;

    public Task Disposed => disposed.Task;

    public TRequest Current => requests[next - 1];

    /// <summary>Lets the one that asks go on: to the end, or to an exception.</summary>
    public void LetGo(Exception? exception = null)
    {
        if (exception is null)
            kept.SetResult(false);
        else
            kept.SetException(exception);
    }

    public IAsyncEnumerator<TRequest> GetAsyncEnumerator(CancellationToken cancellationToken) => this;

    public ValueTask<bool> MoveNextAsync()
    {
        if (next++ < requests.Length)
            return new(true);

        asked.SetResult();
        return new(kept.Task);
    }

    public ValueTask DisposeAsync()
    {
        disposed.SetResult();
        return ValueTask.CompletedTask;
    }
}
