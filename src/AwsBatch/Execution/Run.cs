using Microsoft.Extensions.Logging;

namespace AwsBatch.Execution;

/// <summary>What the workers of one call share: its settings, its end, and its numbers.</summary>
internal sealed class Run : IAsyncDisposable
{
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource stop;
    private readonly long started;
    private readonly Lock gate = new();
    private readonly List<Slot> slots = [];
    private readonly Deadlines deadlines;
    private readonly ProgressReporter? reporter;
    private readonly int? total;
    private BatchItem? failure;

    public Run(RunSettings settings, int? total, TimeProvider clock, ILogger logger, CancellationToken cancellationToken)
    {
        Settings = settings;
        this.total = total;
        this.clock = clock;
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        started = clock.GetTimestamp();
        deadlines = new Deadlines(settings, clock);
        if (settings.Progress is { } progress)
            reporter = new ProgressReporter(progress, Progress, clock, logger);
    }

    public RunSettings Settings { get; }

    /// <summary>Cancelled by the caller, by the first failure of a fail-fast call, or by a stream's reader that left.</summary>
    public CancellationToken Stopping => stop.Token;

    public bool IsStopping => stop.IsCancellationRequested;

    /// <summary>The failure that ended a fail-fast call.</summary>
    public BatchItem? Failure => Volatile.Read(ref failure);

    public Slot OpenSlot()
    {
        var slot = new Slot(Settings, clock, stop.Token);
        lock (gate)
            slots.Add(slot);
        deadlines.Watch(slot);
        return slot;
    }

    /// <summary>
    /// Counts an item and ends a fail-fast call at its first failure. False for an item that only shows that its call
    /// has ended.
    /// </summary>
    public bool Record(Slot slot, BatchItem item)
    {
        if (item.Error is { } error)
        {
            if (error.Kind == BatchErrorKind.Canceled && IsStopping)
                return false;
            if (Settings.FailFast && Interlocked.CompareExchange(ref failure, item, null) is null)
                stop.Cancel();
        }

        slot.Tally.Count(item);
        return true;
    }

    public Task StopAsync() => stop.CancelAsync();

    public BatchSummary Summarize()
    {
        int completed = 0, failed = 0;
        long attempts = 0, throttles = 0;
        var busy = TimeSpan.Zero;
        foreach (var tally in Tallies())
        {
            completed += tally.Completed;
            failed += tally.Failed;
            attempts += tally.Attempts;
            throttles += tally.Throttles;
            busy += tally.Busy;
        }

        return new BatchSummary
        {
            Succeeded = completed - failed,
            Failed = failed,
            Attempts = attempts,
            Throttles = throttles,
            BusyTime = busy,
            WallTime = clock.GetElapsedTime(started),
        };
    }

    public async ValueTask DisposeAsync()
    {
        if (reporter is not null)
            await reporter.DisposeAsync().ConfigureAwait(false);
        deadlines.Dispose();
        foreach (var slot in slots)
            slot.Dispose();
        stop.Dispose();
    }

    private BatchProgress Progress()
    {
        var numbers = Summarize();
        var completed = numbers.Succeeded + numbers.Failed;
        var rate = numbers.Throughput;
        return new BatchProgress(
            total,
            completed,
            numbers.Failed,
            Tallies().Count(tally => tally.InFlight),
            Settings.Concurrency,
            rate,
            total is { } all && rate > 0 ? TimeSpan.FromSeconds((all - completed) / rate) : null);
    }

    private Tally[] Tallies()
    {
        lock (gate)
            return slots.ConvertAll(static slot => slot.Tally).ToArray();
    }
}
