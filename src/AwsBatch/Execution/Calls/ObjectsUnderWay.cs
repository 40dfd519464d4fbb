using System.Runtime.InteropServices;

namespace AwsBatch.Execution;

/// <summary>
/// The request objects of a stream that have not ended: the SDK writes to one while it sends it, so the same object once more
/// waits until then.
/// </summary>
internal sealed class ObjectsUnderWay
{
    // Held for a moment, by the reader of the source and by whoever ends a request.
    private readonly Lock gate = new();
    private readonly Dictionary<object, TaskCompletionSource?> waiting = new(ReferenceEqualityComparer.Instance);

    /// <summary>Takes an object, as soon as it is nobody's. One may wait at a time.</summary>
    /// <exception cref="OperationCanceledException">The call is over.</exception>
    public Task TakeAsync(object request, CancellationToken stopping)
    {
        lock (gate)
        {
            ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(waiting, request, out var isTaken);
            if (!isTaken)
                return Task.CompletedTask;

            next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return next.Task.WaitAsync(stopping);
        }
    }

    /// <summary>Gives an object back, to who waits for it if somebody does.</summary>
    public void Return(object request)
    {
        lock (gate)
        {
            if (!waiting.Remove(request, out var next) || next is null)
                return;

            waiting.Add(request, null);
            next.SetResult();
        }
    }
}
