using AwsBatch.Admission;
using AwsBatch.Clients;
using AwsBatch.CompilerServices;
using AwsBatch.Deduplication;
using AwsBatch.Retries;
using AwsBatch.Telemetry;

namespace AwsBatch.Execution;

/// <summary>What the workers of one call share: its settings, its limits, its end, and its numbers.</summary>
internal sealed class Run : IAsyncDisposable
{
    private readonly Core core;
    private readonly ExecutionContext? context = ExecutionContext.Capture();
    private readonly CancellationTokenSource stop;
    private readonly CallNumbers numbers;
    private readonly Lock gate = new();
    private readonly List<Slot> slots = [];
    private readonly ProgressReporter? reporter;
    private readonly int? total;
    private Dispatcher? dispatcher;
    private BatchItem? failure;
    private Exception? fault;

    public Run(RunSettings settings, int? total, Core core, CancellationToken cancellationToken)
    {
        Settings = settings;
        this.total = total;
        this.core = core;
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        numbers = new CallNumbers(total, Clock);
        Unsent = numbers.Open();
        Deadlines = new Deadlines(settings, Clock, core.Logger);
        Limit = new CallLimit(settings.Concurrency, settings.Adaptive is { } adaptive ? new AdaptiveLimiter(adaptive, Clock) : null);
        RateCap = settings.MaxRequestsPerSecond is { } rate ? new RateCap(rate, Clock) : null;
        if (settings.Progress is { } progress)
            reporter = new ProgressReporter(progress, Progress, Clock, core.Logger);
    }

    public RunSettings Settings { get; }

    public TimeProvider Clock => core.Clock;

    public MemoryGuard Memory => core.Memory;

    public IWorkScheduler Scheduler => core.Scheduler;

    public Deadlines Deadlines { get; }

    /// <summary>What the call may have in flight over all its pools.</summary>
    public CallLimit Limit { get; }

    public RateCap? RateCap { get; }

    public BucketRouting Routing => core.Routing;

    public RetryPolicy Retries => core.Retries;

    public Remedies Remedies => core.Remedies;

    public ItemTracer Tracer => core.Telemetry.Tracer;

    /// <summary>Cancelled by the caller, by the first failure of a fail-fast call, or by a stream's reader that left.</summary>
    public CancellationToken Stopping => stop.Token;

    public bool IsStopping => stop.IsCancellationRequested;

    /// <summary>The attempt of another call within which this one was made, such as by its consumer; null if none.</summary>
    public Invocation? Within { get; } = Invocation.Current;

    /// <summary>Counts of the items that never had a slot: of a stream, written by its reader.</summary>
    public Tally Unsent { get; }

    /// <summary>The failure that ended a fail-fast call.</summary>
    public BatchItem? Failure => Volatile.Read(ref failure);

    /// <summary>What the call has come to so far.</summary>
    public BatchSummary Summary => numbers.Summarize();

    public OperationMeter MeterOf(BatchOperation operation) => core.Telemetry.For(operation);

    public Lane CreateLane(PoolGroup group, BatchOperation operation, Supply supply)
    {
        // What a caller asks for by number, and has requests for, is where a limiter that has measured nothing starts.
        var asked = Settings.Concurrency ?? Settings.Adaptive?.Initial ?? 0;
        group.Pool.Gate.Limiter.Expect(Math.Min(asked, total ?? asked), Clock.GetTimestamp());
        return new Lane(group, operation, group.Pool.PacerOf(operation.Name), MeterOf(operation), supply);
    }

    /// <summary>What the call's requests share with those of other calls; null without a window.</summary>
    public AnswerSharing? ShareWithOthers() =>
        Settings is { DedupeWindow: { } window, Dedupe: not DedupeMode.Off } ? new AnswerSharing(core.Answers, Settings.Dedupe, window) : null;

    /// <summary>What the requests of a stream share with one another while they are on the way.</summary>
    public AnswerSharing? ShareWithin() =>
        Settings.Dedupe == DedupeMode.Off ? null : new AnswerSharing(new AnswerFlights(Clock, new Random()), Settings.Dedupe, TimeSpan.Zero);

    public Dispatcher Dispatch(Work work)
    {
        var made = new Dispatcher(this, work);
        Volatile.Write(ref dispatcher, made);
        return made;
    }

    /// <summary>Tells admission of an answer whose body is still to be consumed.</summary>
    public void HeadersCame(Slot slot) => dispatcher!.Feedback.TakeHeaders(slot);

    public Slot OpenSlot()
    {
        var slot = new Slot(this, numbers.Open());
        lock (gate)
            slots.Add(slot);
        return slot;
    }

    /// <summary>What a slot's work runs in: the caller's culture, activity and ambient values, and the slot's invocation.</summary>
    public ExecutionContext ContextOf(Slot slot) => slot.Invocation.Extend(context);

    /// <summary>
    /// Counts an item and ends a fail-fast call at its first failure. False for an item that only shows that its call
    /// has ended.
    /// </summary>
    public bool Record(Slot slot, BatchItem item) => Record(slot.Tally, item);

    /// <inheritdoc cref="Record(Slot, BatchItem)"/>
    public bool Record(Tally tally, BatchItem item)
    {
        if (item.Error is { } error)
        {
            if (error.Kind == BatchErrorKind.Canceled && IsStopping)
                return false;
            if (Settings.FailFast && Interlocked.CompareExchange(ref failure, item, null) is null)
                stop.Cancel(core.Logger);
        }

        tally.Item(item);
        return true;
    }

    /// <summary>Counts an item that had no pool to be sent from; false as for any other.</summary>
    public bool RecordRefused(BatchOperation operation, BatchItem item)
    {
        MeterOf(operation).ItemEnded(item.Duration, item.Attempts, item.Error?.Kind, item.Error?.Code);
        return Record(Unsent, item);
    }

    public Task StopAsync() => stop.CancelAsync(core.Logger);

    /// <summary>Ends the call by an exception that is no request's.</summary>
    public void Fault(Exception exception)
    {
        Interlocked.CompareExchange(ref fault, exception, null);
        stop.Cancel(core.Logger);
    }

    public void ThrowIfFaulted()
    {
        if (Volatile.Read(ref fault) is { } exception)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception);
    }

    public async ValueTask DisposeAsync()
    {
        if (reporter is not null)
            await reporter.DisposeAsync().ConfigureAwait(false);
        Deadlines.Dispose();
        foreach (var slot in slots)
            slot.Dispose();
        stop.Dispose();
    }

    private BatchProgress Progress()
    {
        var dispatching = Volatile.Read(ref dispatcher);
        return numbers.Progress(dispatching?.Waiting ?? 0, dispatching?.Limit ?? Limit.Value);
    }
}
