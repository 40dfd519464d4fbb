using Microsoft.Extensions.Logging;

namespace AwsBatch.Execution;

/// <summary>
/// When a slot's attempt must be over, and the token that says so. One source of tokens serves attempt after attempt until it
/// is cancelled: an attempt costs neither a source nor a timer of its own.
/// </summary>
internal sealed class AttemptDeadline(Deadlines all, TimeProvider clock, ILogger logger, CancellationToken stopping) : IDisposable
{
    // What the deadline is between attempts, and after the attempt's time was over.
    private const long Idle = 0;
    private const long Expired = -1;

    private CancellationTokenSource attempt = new();
    private CancellationTokenRegistration stopRegistration;
    private bool linked;
    private long deadline = Idle;

    /// <summary>Cancelled when the attempt's time is over, or its call has ended.</summary>
    public CancellationToken Token => attempt.Token;

    /// <summary>An attempt begins.</summary>
    /// <param name="end">When its time is over, in ticks of the clock's timestamp.</param>
    public void Start(long end)
    {
        // A source that was cancelled must not end the next attempt.
        if (!linked || attempt.IsCancellationRequested)
            Renew();
        Volatile.Write(ref deadline, end);
        all.Expect(end);
    }

    /// <summary>Gives an attempt that is under way until then.</summary>
    public void Move(long end)
    {
        var current = Volatile.Read(ref deadline);
        if (current != Expired)
            Interlocked.CompareExchange(ref deadline, end, current);
    }

    /// <summary>The attempt has ended.</summary>
    public void Stop()
    {
        // Expiry and end race for the deadline; if expiry won, the source is, or is about to be, cancelled.
        if (Interlocked.Exchange(ref deadline, Idle) == Expired)
            linked = false;
    }

    /// <summary>Ends the attempt if its time is over.</summary>
    /// <returns>The time that is left; null if nothing is under way.</returns>
    public TimeSpan? ExpireAt(long now)
    {
        var current = Volatile.Read(ref deadline);
        if (current is Idle or Expired)
            return null;
        if (now < current)
            return clock.GetElapsedTime(now, current);

        // The source of this attempt: read first, since the next may replace it.
        var source = attempt;
        if (Interlocked.CompareExchange(ref deadline, Expired, current) == current)
            source.Cancel(logger);
        return null;
    }

    // Not the source: a check that found the time over may be about to cancel it, and it holds no timer and no registration.
    public void Dispose() => stopRegistration.Dispose();

    private void Renew()
    {
        stopRegistration.Dispose();
        attempt = new CancellationTokenSource();
        stopRegistration = stopping.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), attempt);
        linked = true;
    }
}
