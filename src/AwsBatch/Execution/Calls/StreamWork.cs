using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using AwsBatch.CompilerServices;

namespace AwsBatch.Execution;

/// <summary>
/// A stream, of items or of pages: a reader of the source, the workers, and the caller who takes the results. Bounded
/// queues between them: whoever is slowest sets the pace, and memory does not grow with the stream.
/// </summary>
internal abstract class StreamWork<TRequest, TItem>(Run run, IAsyncEnumerable<TRequest> requests) : Work
    where TItem : BatchItem
{
    // Enough that neither side waits for the other at every item.
    private const int LongestQueue = 64;

    // A source that heeds its token ends in order, before what it reads from is disposed of.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly Channel<TItem> results =
        Channel.CreateBounded<TItem>(new BoundedChannelOptions(LengthOf(run)) { SingleReader = true });

    // What had finished when a fail-fast call ended, and found no room: at most one of each worker.
    private readonly ConcurrentQueue<TItem> late = new();

    private readonly StreamSource<TRequest> source = new(requests);

    public override AnswerSharing? Sharing { get; } = run.ShareWithOthers() ?? run.ShareWithin();

    protected Run Run => run;

    /// <summary>What the source gives, until its end or the call's.</summary>
    protected ConfiguredCancelableAsyncEnumerable<TRequest> Requests => source.ReadAsync(run.Stopping).ConfigureAwait(false);

    /// <exception cref="BatchFailedException">The call is fail-fast and a request failed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <remarks>What the source throws comes out after the results of what it had given.</remarks>
    public async IAsyncEnumerable<TItem> ExecuteAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var dispatcher = run.Dispatch(this);
        var serving = ServeAsync(dispatcher);
        try
        {
            while (await results.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false) || !late.IsEmpty)
            {
                while (results.Reader.TryRead(out var item) || late.TryDequeue(out item))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (!ReferenceEquals(item, run.Failure))
                        yield return item;
                }
            }

            // What ended the call comes first: the source may throw because it was ended.
            await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            run.ThrowIfFaulted();
            if (run.Failure is { } failure)
                throw new BatchFailedException(failure, [failure]);
            await serving.ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
        finally
        {
            // The caller may have left early: end what is in flight and wait for it, but for the source no longer than a moment.
            await run.StopAsync().ConfigureAwait(false);
            await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    protected static int LengthOf(Run run) => Math.Min(run.Settings.Concurrency ?? LongestQueue, LongestQueue);

    /// <summary>Supplies the lanes with what the source gives, until its end.</summary>
    protected abstract Task ReadSourceAsync(Dispatcher dispatcher);

    /// <summary>Says that nothing more will be supplied.</summary>
    protected abstract void EndSupply();

    /// <summary>Counts an item and hands it to the caller, when there is room for it.</summary>
    protected ValueTask DeliverAsync(Slot slot, TItem item) =>
        run.Record(slot, item) ? HandOverAsync(item) : ValueTask.CompletedTask;

    /// <summary>The same for an item that had no pool.</summary>
    protected ValueTask DeliverRefusedAsync(BatchOperation operation, TItem item) =>
        run.RecordRefused(operation, item) ? HandOverAsync(item) : ValueTask.CompletedTask;

    protected static ArgumentException NullRequest(int index, string parameter, string kind) =>
        new($"{parameter}[{index}] is null; every request must be {kind}.", parameter);

    private ValueTask HandOverAsync(TItem item) =>
        results.Writer.TryWrite(item) ? ValueTask.CompletedTask : WaitForRoomAsync(item);

    private async ValueTask WaitForRoomAsync(TItem item)
    {
        try
        {
            await results.Writer.WriteAsync(item, run.Stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (run.IsStopping)
        {
            late.Enqueue(item);
        }
    }

    private async Task ServeAsync(Dispatcher dispatcher)
    {
        var running = dispatcher.RunAsync();
        // Elsewhere: a source may block, and the caller takes results meanwhile.
        var reading = Task.Run(() => ReadSourceAsync(dispatcher), CancellationToken.None);
        try
        {
            await ReadOrLeaveAsync(reading, running).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (run.IsStopping)
        {
            // The reader of the results says why.
        }
        finally
        {
            EndSupply();
            dispatcher.Pump();
            await running.ConfigureAwait(false);
            results.Writer.Complete();
        }
    }

    // Before the source's end only a stopped call is over: what the source then still keeps, nobody waits for any more.
    private async Task ReadOrLeaveAsync(Task reading, Task running)
    {
        await Task.WhenAny(reading, running).ConfigureAwait(false);
        var isKept = source.Leave();
        if (isKept)
            await reading.WaitAsync(Grace, run.Clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (isKept && !reading.IsCompleted)
            _ = reading.ContinueWith(static left => _ = left.Exception, TaskScheduler.Default);
        else
            await reading.ConfigureAwait(false);
    }
}
