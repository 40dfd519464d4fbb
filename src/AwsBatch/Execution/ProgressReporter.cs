using Microsoft.Extensions.Logging;

namespace AwsBatch.Execution;

/// <summary>Tells a caller's <see cref="IProgress{T}"/> how a call advances: by the clock, not by the item.</summary>
internal sealed partial class ProgressReporter : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly IProgress<BatchProgress> progress;
    private readonly Func<BatchProgress> measure;
    private readonly ILogger logger;
    private readonly Lock oneAtATime = new();
    private readonly ITimer timer;

    public ProgressReporter(IProgress<BatchProgress> progress, Func<BatchProgress> measure, TimeProvider clock, ILogger logger)
    {
        this.progress = progress;
        this.measure = measure;
        this.logger = logger;
        timer = clock.CreateTimer(static reporter => ((ProgressReporter)reporter!).Tick(), this, Interval, Interval);
    }

    /// <summary>Reports once more, after every other report: the end.</summary>
    public async ValueTask DisposeAsync()
    {
        await timer.DisposeAsync().ConfigureAwait(false);
        lock (oneAtATime)
            Report();
    }

    private void Tick()
    {
        // A report slower than the interval costs those that would come meanwhile, not a thread for each of them.
        if (!oneAtATime.TryEnter())
            return;

        try
        {
            Report();
        }
        finally
        {
            oneAtATime.Exit();
        }
    }

    private void Report()
    {
        try
        {
            progress.Report(measure());
        }
        catch (Exception exception)
        {
            // On a timer's thread it would end the process; the call's own outcome matters more.
            LogReportFailed(logger, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "BatchOptions.Progress threw; the batch goes on.")]
    private static partial void LogReportFailed(ILogger logger, Exception exception);
}
