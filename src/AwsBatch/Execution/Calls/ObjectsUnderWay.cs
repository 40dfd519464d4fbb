using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AwsBatch.Execution;

/// <summary>
/// The request objects of a stream that have not ended: the SDK writes to one while it sends it, so the same object once more
/// waits until then, unless the two share an answer.
/// </summary>
/// <typeparam name="TRequest">What holds an object: the request itself, or its handle.</typeparam>
/// <param name="shareAnswer">Whether two that hold the same object share an answer, so that only one of them is sent.</param>
internal sealed class ObjectsUnderWay<TRequest>(Func<TRequest, TRequest, bool> shareAnswer)
    where TRequest : class
{
    // Held for a moment, by the reader of the source and by whoever ends a request.
    private readonly Lock gate = new();
    private readonly Dictionary<object, Turn> turns = new(ReferenceEqualityComparer.Instance);

    /// <summary>Takes an object, as soon as it is nobody's who shares no answer. One may wait at a time.</summary>
    /// <exception cref="OperationCanceledException">The call is over.</exception>
    public Task TakeAsync(object held, TRequest request, CancellationToken stopping)
    {
        lock (gate)
        {
            ref var turn = ref CollectionsMarshal.GetValueRefOrAddDefault(turns, held, out var isTaken);
            if (isTaken && !shareAnswer(turn.First, request))
            {
                turn.Next = new(request, TaskCreationOptions.RunContinuationsAsynchronously);
                return turn.Next.Task.WaitAsync(stopping);
            }

            turn.First ??= request;
            turn.Holders++;
            return Task.CompletedTask;
        }
    }

    /// <summary>Gives an object back; the last who does, to who waits for it if somebody does.</summary>
    public void Return(object held)
    {
        lock (gate)
        {
            ref var turn = ref CollectionsMarshal.GetValueRefOrNullRef(turns, held);
            if (Unsafe.IsNullRef(ref turn) || --turn.Holders > 0)
                return;

            if (turn.Next is not { } next)
            {
                turns.Remove(held);
                return;
            }

            turn = new Turn { First = (TRequest)next.Task.AsyncState!, Holders = 1 };
            next.SetResult();
        }
    }

    /// <summary>Who has an object, and who waits for it.</summary>
    private struct Turn
    {
        public TRequest First;
        public int Holders;
        public TaskCompletionSource? Next;
    }
}
