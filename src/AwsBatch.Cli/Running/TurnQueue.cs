using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace AwsBatch.Cli.Running;

/// <summary>
/// Turns on their way to being sent: of fresh ones as many as there is room for, and those that go round again. It ends when
/// the input has been read and each of its turns has ended.
/// </summary>
internal sealed class TurnQueue : IDisposable
{
    private const int MostFresh = 64;

    private readonly Channel<Turn> turns = Channel.CreateUnbounded<Turn>();
    private readonly SemaphoreSlim room = new(MostFresh);

    // Turns that have not ended, and the reading of the input.
    private int open = 1;

    /// <summary>Adds a fresh turn as soon as there is room.</summary>
    public async ValueTask AddAsync(Turn turn, CancellationToken cancellationToken)
    {
        await room.WaitAsync(cancellationToken).ConfigureAwait(false);
        Interlocked.Increment(ref open);
        turns.Writer.TryWrite(turn);
    }

    /// <summary>Adds a turn again, for its next page. There is always room for it: waiting could end in waiting for itself.</summary>
    public void AddAgain(Turn turn) => turns.Writer.TryWrite(turn);

    /// <summary>Says that a turn has ended, or the reading of the input.</summary>
    public void End()
    {
        if (Interlocked.Decrement(ref open) == 0)
            turns.Writer.Complete();
    }

    public async IAsyncEnumerable<Turn> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var turn in turns.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (turn.IsFresh)
                room.Release();
            yield return turn;
        }
    }

    public void Dispose() => room.Dispose();
}
