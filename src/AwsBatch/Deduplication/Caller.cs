using System.Diagnostics;

namespace AwsBatch.Deduplication;

/// <summary>One who waits for an operation's answer.</summary>
internal sealed class Caller<T>(FlightTable<Signature, Answer, Exception> flights) : FlightWaiter<Signature, Answer, Exception>
{
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task<T> WaitAsync(CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.UnsafeRegister(
            static (caller, cancelled) => ((Caller<T>)caller!).Cancel(cancelled), this);
        return await answer.Task.ConfigureAwait(false);
    }

    public override void Answered(Answer value)
    {
        // One that is refused, for the signature is another type's, may be told before it has left; nobody awaits it.
        if (value is Answer<T> typed)
            answer.SetResult(typed.Value);
    }

    public override void Failed(Exception failure) => answer.SetException(failure);

    public override void Lead(Flight<Signature, Answer, Exception> flight) =>
        throw new UnreachableException("A shared operation is led by nobody who could give up.");

    private void Cancel(CancellationToken cancelled)
    {
        if (flights.Leave(this))
            answer.SetCanceled(cancelled);
    }
}
