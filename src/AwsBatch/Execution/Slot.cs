using System.Globalization;
using Amazon.Runtime;
using AwsBatch.Clients;
using AwsBatch.CompilerServices;
using AwsBatch.Retries;
using AwsBatch.Telemetry;

namespace AwsBatch.Execution;

/// <summary>
/// One unit of concurrency: one attempt at a time. A worker keeps its slot for the whole call, so that what an attempt needs is
/// made once.
/// </summary>
internal sealed class Slot(Run run, Tally tally) : ISlot, IDisposable
{
    /// <summary>The request that is served.</summary>
    public ItemState Item;

    private readonly long attemptTicks = run.Clock.Ticks(run.Settings.AttemptTimeout);
    private readonly long totalTicks = run.Clock.Ticks(run.Settings.TotalTimeout);
    private readonly AttemptDeadline deadline = run.Deadlines.Open(run.Stopping);
    private bool answered;
    private bool entered;
    private bool follows;

    /// <summary>What this slot has done so far.</summary>
    public Tally Tally => tally;

    public Invocation Invocation { get; } = new();

    /// <summary>When the attempt began, in ticks of the clock's timestamp.</summary>
    public long StartedAt { get; private set; }

    /// <summary>When the attempt began, by the calendar.</summary>
    public DateTimeOffset SignedAt
    {
        get
        {
            // In this order: a pause between the two readings makes it too late, never earlier than credentials it has used, but
            // for the moment between two attempts that share a reading.
            var ago = run.Clock.GetElapsedTime(StartedAt);
            return run.Clock.GetUtcNow() - ago;
        }
    }

    /// <summary>When the headers of its answer came, or it failed without.</summary>
    public long AnsweredAt { get; private set; }

    /// <summary>When the attempt ended.</summary>
    public long EndedAt { get; private set; }

    /// <summary>When the item's total time is over.</summary>
    public long ItemDeadline => Item.AdmittedAt + totalTicks;

    /// <summary>Whether the attempt has ended with the item's total time.</summary>
    public bool IsOverdue => EndedAt >= ItemDeadline;

    /// <summary>Whether the headers of its answer came before its end, which a consumer decides.</summary>
    public bool IsConsumed => answered;

    /// <summary>How many of its answers admission has not been told of.</summary>
    public int Untold { get; set; }

    /// <summary>When the last one came that it was told of.</summary>
    public long ToldAt { get; set; }

    /// <summary>What the attempt's failure means, and what follows from it.</summary>
    public (Failure Failure, RetryDecision Decision) Verdict { get; private set; }

    /// <summary>The lane its item is of.</summary>
    public Lane Lane { get; set; } = null!;

    /// <summary>The pool its item goes to.</summary>
    public ClientPool Pool => Item.Pool ?? Lane.Group.Pool;

    public IAmazonService Client => Pool.Client;

    public BatchTarget Target => Pool.Target;

    public CancellationToken CancellationToken => deadline.Token;

    public object? Prepared
    {
        get => Item.Prepared;
        set => Item.Prepared = value;
    }

    public IReplayedBody? Body
    {
        get => Item.Body;
        set => Item.Body = value;
    }

    public int Attempts => Item.Attempts;

    public TimeSpan Elapsed => run.Clock.GetElapsedTime(Item.AdmittedAt, EndedAt);

    /// <summary>Says that the next attempt comes right after the last: one reading of the clock serves for both.</summary>
    // Not with listeners: their work at the end of a span may take any time.
    public void Follow() => follows = !run.Tracer.HasListeners;

    /// <summary>Sends the item to another pool than its lane's, which was asked for.</summary>
    public void Redirect(ClientPool? pool)
    {
        Item.Pool = pool;
        follows = false;
    }

    public void Begin()
    {
        answered = false;
        tally.InFlight = true;
        StartedAt = follows ? EndedAt : run.Clock.GetTimestamp();
        follows = false;
        Enter();
        if (Item.AdmittedAt == 0)
            Admit();
        else
            ItemTracer.Resume(Item.Span);
        Item.Attempts++;
        Invocation.Id = Item.InvocationId;
        deadline.Start(Math.Min(StartedAt + attemptTicks, ItemDeadline));
    }

    public void Answered()
    {
        answered = true;
        AnsweredAt = run.Clock.GetTimestamp();
        deadline.Move(ItemDeadline);
        run.HeadersCame(this);
    }

    public void Succeeded()
    {
        End();
        Item.Retries.OnSuccess();
        Lane.Meter.AttemptEnded(Latency, error: null);
        tally.Attempt(Latency);
    }

    /// <summary>Says that no attempt follows for now, or not of this lane.</summary>
    public void Leave()
    {
        if (entered)
            Lane.Meter.Left(EndedAt);
        entered = false;
    }

    /// <summary>Says that the attempt which an outcome waited for does not come: the wait is of the item's time all the same.</summary>
    public void WaitedInVain(BatchItem outcome)
    {
        if (Item.AdmittedAt != 0)
            outcome.EndAfter(run.Clock.GetElapsedTime(Item.AdmittedAt));
    }

    /// <summary>Ends the item.</summary>
    public void Complete(BatchItem item)
    {
        if (item.Deduplicated)
            Lane.Meter.Deduplicated(item.Error?.Kind);
        else
            Lane.Meter.ItemEnded(item.Duration, item.Attempts, item.Error?.Kind, item.Error?.Code, Pool.Meter);
        ItemTracer.EndItem(Item.Span, item);
        Item.Body?.Dispose();
    }

    public BatchError Failed(Exception exception, BatchOperation operation, Func<string> describeRequest, bool mayResend)
    {
        End();
        Item.InvocationId = Invocation.Id;
        var cause = Explain(operation, exception);
        var failure = FailureClassifier.Assess(
            new FailedAttempt(operation, Target, cause, answered, run.Clock.GetUtcNow(), Latency, Invocation.SigningDate));
        var decision = Item.Retries.OnFailure(failure, canReplay: Item.Body?.CanReplay ?? true, mayResend);
        Verdict = (failure, decision);

        var error = FailureClassifier.Classify(operation, describeRequest, cause, answered, decision.GivenUp);
        if (!error.WasSent)
            Item.Attempts--;
        Lane.Meter.AttemptEnded(Latency, error.Kind, error.WasSent);
        tally.Attempt(Latency, error);
        return error;
    }

    public void Dispose() => deadline.Dispose();

    private TimeSpan Latency => run.Clock.GetElapsedTime(StartedAt, EndedAt);

    private void Enter()
    {
        if (!entered)
            Lane.Meter.Entered(StartedAt);
        entered = true;
    }

    private void Admit()
    {
        Item.AdmittedAt = StartedAt;
        Item.Retries = new ItemRetries(run.Retries, Lane.RetryRules, Lane.Group.Pool.Budget);
        Item.Span = run.Tracer.StartItem(Lane.Meter, Lane.Group.Pool.Meter);
    }

    private void End()
    {
        deadline.Stop();
        tally.InFlight = false;
        EndedAt = run.Clock.GetTimestamp();
        if (!answered)
            AnsweredAt = EndedAt;
    }

    // A cancellation says only that; who wanted it is known here.
    private Exception Explain(BatchOperation operation, Exception exception)
    {
        if (exception is not OperationCanceledException || run.IsStopping || !deadline.Token.IsCancellationRequested)
            return exception;

        var (name, limit) = answered || ItemDeadline <= StartedAt + attemptTicks
            ? (nameof(BatchOptions.TotalTimeout), run.Settings.TotalTimeout)
            : (nameof(BatchOptions.AttemptTimeout), run.Settings.AttemptTimeout);
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"{operation.Service.Name}:{operation.Name} did not end within {name} ({limit.TotalSeconds:0.#######} s)");
        return new TimeoutException(message, exception);
    }
}
