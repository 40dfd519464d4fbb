using System.Diagnostics.CodeAnalysis;

namespace AwsBatch.Deduplication;

/// <summary>
/// Answers remembered for a while from their completion: bounded by count and bytes, the oldest forgotten first, swept by
/// one timer that exists only while there is something to forget. Guarded by its owner's lock, which the timer takes too.
/// </summary>
internal sealed class AnswerWindow<TKey, TValue>(
    IEqualityComparer<TKey> comparer, WindowBounds bounds, TimeProvider clock, Random jitter, Lock gate)
{
    // Answers that came together should not go together: each lives 90 % to 110 % of its window.
    private const double JitterRatio = 0.1;

    // An expired answer is never served; how long its memory stays is all that this decides.
    private static readonly TimeSpan SweepInterval = TimeSpan.FromSeconds(1);

    // What the timers of the platform can hold.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue);

    private readonly KeyedIndex<TKey, RememberedAnswer<TKey, TValue>> answers = new(comparer);
    private readonly LinkedList<RememberedAnswer<TKey, TValue>> oldestFirst = [];
    private ITimer? timer;
    private TimeSpan sweepDue;
    private long sweepSet;
    private bool closed;

    /// <summary>How many it holds; outside the lock, a moment ago.</summary>
    public int Count => answers.Count;

    public long Bytes { get; private set; }

    /// <param name="key">The key.</param>
    /// <param name="hash">Its hash.</param>
    /// <param name="window">How old the answer may be; an answer kept for less is gone even if this is more.</param>
    /// <param name="now">The clock's timestamp, if it was read anyway.</param>
    /// <param name="value">The answer.</param>
    public bool TryGet(TKey key, int hash, TimeSpan window, long? now, [MaybeNullWhen(false)] out TValue value)
    {
        // Nothing is remembered for most users of a table; do not ask for the time then.
        if (Count > 0 && answers.Find(key, hash) is { } answer && AgeOf(answer, now ?? clock.GetTimestamp()) < answer.LifetimeWithin(window))
        {
            value = answer.Value;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>Remembers an answer in the place of an older one; one that is larger than all room is not remembered.</summary>
    public void Put(TKey key, int hash, TValue value, long bytes, TimeSpan window)
    {
        if (answers.Find(key, hash) is { } older)
            Forget(older);
        if (closed || bytes > bounds.Bytes)
            return;

        while (oldestFirst.First is { } oldest && (Count >= bounds.Count || Bytes + bytes > bounds.Bytes))
            Forget(oldest.Value);

        var factor = 1 + JitterRatio * (2 * jitter.NextDouble() - 1);
        var answer = new RememberedAnswer<TKey, TValue>(
            key, hash, value, bytes, clock.GetTimestamp(), window < Longest ? window : Longest, factor);
        answers.Add(answer);
        oldestFirst.AddLast(answer.Node);
        Bytes += bytes;
        ScheduleSweep(answer);
    }

    /// <summary>Forgets everything, and remembers nothing more.</summary>
    public void Close()
    {
        closed = true;
        while (oldestFirst.First is { } oldest)
            Forget(oldest.Value);
        StopSweeping();
    }

    private TimeSpan AgeOf(RememberedAnswer<TKey, TValue> answer, long now) => clock.GetElapsedTime(answer.Completed, now);

    private void Forget(RememberedAnswer<TKey, TValue> answer)
    {
        answers.Remove(answer);
        oldestFirst.Remove(answer.Node);
        Bytes -= answer.Bytes;
    }

    private void ScheduleSweep(RememberedAnswer<TKey, TValue> answer)
    {
        var due = answer.Lifetime > SweepInterval ? answer.Lifetime : SweepInterval;
        if (timer is null)
        {
            // Whoever came first should not lend the timer its ambient state.
            using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
                timer = clock.CreateTimer(static window => ((AnswerWindow<TKey, TValue>)window!).Sweep(), this, due, Timeout.InfiniteTimeSpan);
        }
        else if (clock.GetElapsedTime(sweepSet, answer.Completed) + due < sweepDue)
        {
            timer.Change(due, Timeout.InfiniteTimeSpan);
        }
        else
        {
            return;
        }

        sweepSet = answer.Completed;
        sweepDue = due;
    }

    private void Sweep()
    {
        lock (gate)
        {
            if (timer is null)
                return;

            var now = clock.GetTimestamp();
            var next = TimeSpan.MaxValue;
            for (var node = oldestFirst.First; node is not null;)
            {
                var answer = node.Value;
                node = node.Next;
                var left = answer.Lifetime - AgeOf(answer, now);
                if (left <= TimeSpan.Zero)
                    Forget(answer);
                else if (left < next)
                    next = left;
            }

            if (Count == 0)
            {
                StopSweeping();
                return;
            }

            sweepSet = now;
            sweepDue = next > SweepInterval ? next : SweepInterval;
            timer.Change(sweepDue, Timeout.InfiniteTimeSpan);
        }
    }

    private void StopSweeping()
    {
        timer?.Dispose();
        timer = null;
    }
}
