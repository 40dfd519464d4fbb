using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace AwsBatch.Execution;

/// <summary>
/// A stream, of items or of pages: a reader of the source, the workers, and the caller who takes the results. Bounded
/// queues between them: whoever is slowest sets the pace, and memory does not grow with the stream.
/// </summary>
internal abstract class StreamWork<TItem>(Run run) : Work
    where TItem : BatchItem
{
    // Enough that neither side waits for the other at every item.
    private const int LongestQueue = 64;

    private readonly Channel<TItem> results =
        Channel.CreateBounded<TItem>(new BoundedChannelOptions(LengthOf(run)) { SingleReader = true });

    public override AnswerSharing? Sharing { get; } = run.ShareWithOthers() ?? run.ShareWithin();

    protected Run Run => run;

    /// <exception cref="BatchFailedException">The call is fail-fast and a request failed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <remarks>What the source throws comes out after the results of what it had given.</remarks>
    public async IAsyncEnumerable<TItem> ExecuteAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var dispatcher = run.Dispatch(this);
        var serving = Task.Run(() => ServeAsync(dispatcher), CancellationToken.None);
        try
        {
            while (await results.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
            {
                while (results.Reader.TryRead(out var item))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (!ReferenceEquals(item, run.Failure))
                        yield return item;
                }
            }

            await serving.ConfigureAwait(false);
            run.ThrowIfFaulted();
            if (run.Failure is { } failure)
                throw new BatchFailedException(failure, [failure]);
            cancellationToken.ThrowIfCancellationRequested();
        }
        finally
        {
            // The caller may have left early: end what is in flight and wait for it.
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
    protected ValueTask DeliverAsync(Slot slot, TItem item) => DeliverAsync(slot.Tally, item);

    /// <inheritdoc cref="DeliverAsync(Slot, TItem)"/>
    protected ValueTask DeliverAsync(Tally tally, TItem item)
    {
        if (!run.Record(tally, item) || results.Writer.TryWrite(item))
            return ValueTask.CompletedTask;
        return WaitForRoomAsync(item);
    }

    protected static ArgumentException NullRequest(int index, string parameter) =>
        new($"{parameter}[{index}] is null; every request must be an object.", parameter);

    private async ValueTask WaitForRoomAsync(TItem item)
    {
        try
        {
            await results.Writer.WriteAsync(item, run.Stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (run.IsStopping)
        {
            // A failed-fast call still hands out what had finished, as far as the queue holds it.
            results.Writer.TryWrite(item);
        }
    }

    private async Task ServeAsync(Dispatcher dispatcher)
    {
        var running = dispatcher.RunAsync();
        try
        {
            await ReadSourceAsync(dispatcher).ConfigureAwait(false);
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
}
