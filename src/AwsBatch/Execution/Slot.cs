using Amazon.Runtime;
using AwsBatch.Clients;
using AwsBatch.CompilerServices;
using AwsBatch.Retries;

namespace AwsBatch.Execution;

/// <summary>
/// One unit of concurrency: one attempt at a time. A worker keeps its slot for the whole call, so that an attempt costs
/// no token source and no timer of its own.
/// </summary>
internal sealed class Slot(RunSettings settings, TimeProvider clock, CancellationToken stop) : ISlot, IDisposable
{
    // What deadline holds between attempts, and after the attempt's time was over.
    private const long Idle = 0;
    private const long Expired = -1;

    private CancellationTokenSource attempt = new();
    private CancellationTokenRegistration stopRegistration;
    private bool linked;
    private long started;
    private long deadline = Idle;
    private bool answered;

    /// <summary>The pool the next request goes to.</summary>
    public ClientPool Pool { get; set; } = null!;

    /// <summary>What this slot has done so far.</summary>
    public Tally Tally { get; } = new();

    public IAmazonService Client => Pool.Client;

    public BatchTarget Target => Pool.Target;

    public CancellationToken CancellationToken => attempt.Token;

    public void Begin()
    {
        // A source that was cancelled must not end the next attempt.
        if (!linked || attempt.IsCancellationRequested)
            Renew();
        answered = false;
        Tally.InFlight = true;
        started = clock.GetTimestamp();
        Volatile.Write(ref deadline, After(settings.AttemptTimeout));
    }

    public void Answered()
    {
        answered = true;
        var current = Volatile.Read(ref deadline);
        if (current != Expired)
            Interlocked.CompareExchange(ref deadline, After(settings.TotalTimeout), current);
    }

    public TimeSpan End()
    {
        // Expiry and end race for the deadline; if expiry won, the source is, or is about to be, cancelled.
        if (Interlocked.Exchange(ref deadline, Idle) == Expired)
            linked = false;
        Tally.InFlight = false;
        return clock.GetElapsedTime(started);
    }

    public BatchError ErrorOf(Exception exception, BatchOperation operation, Func<string> describeRequest) =>
        FailureClassifier.Classify(operation, describeRequest, Explain(operation, exception), answered);

    /// <summary>Ends the attempt if its time is over.</summary>
    /// <returns>The time that is left; null if nothing is under way.</returns>
    public TimeSpan? ExpireAt(long now)
    {
        var current = Volatile.Read(ref deadline);
        if (current is Idle or Expired)
            return null;
        if (now < current)
            return clock.GetElapsedTime(now, current);

        // The source of this attempt: read first, since End may replace it.
        var source = attempt;
        if (Interlocked.CompareExchange(ref deadline, Expired, current) == current)
            source.Cancel();
        return null;
    }

    public void Dispose()
    {
        stopRegistration.Dispose();
        attempt.Dispose();
    }

    private long After(TimeSpan timeout) => started + (long)(timeout.TotalSeconds * clock.TimestampFrequency);

    private void Renew()
    {
        stopRegistration.Dispose();
        attempt = new CancellationTokenSource();
        stopRegistration = stop.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), attempt);
        linked = true;
    }

    // A cancellation says only that; who wanted it is known here.
    private Exception Explain(BatchOperation operation, Exception exception)
    {
        if (exception is not OperationCanceledException || stop.IsCancellationRequested || !attempt.IsCancellationRequested)
            return exception;

        var (name, limit) = answered || settings.TotalTimeout == settings.AttemptTimeout
            ? (nameof(BatchOptions.TotalTimeout), settings.TotalTimeout)
            : (nameof(BatchOptions.AttemptTimeout), settings.AttemptTimeout);
        return new TimeoutException(
            $"{operation.Service.Name}:{operation.Name} did not end within {name} ({limit.TotalSeconds:0.###} s)", exception);
    }
}
