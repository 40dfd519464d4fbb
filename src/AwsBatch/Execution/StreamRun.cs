using System.Runtime.CompilerServices;
using System.Threading.Channels;
using AwsBatch.Clients;

namespace AwsBatch.Execution;

/// <summary>
/// Runs a stream, of items or of pages: a reader of the source, at most as many workers as may be in flight, and the
/// caller who takes the results. Bounded queues between them: whoever is slowest sets the pace, and memory does not grow
/// with the stream.
/// </summary>
internal abstract class StreamRun<TRequest, TItem>(Run run, ClientPool pool, IAsyncEnumerable<TRequest> source)
    where TRequest : class
    where TItem : BatchItem
{
    private readonly Channel<(TRequest Request, int Index)> requests =
        Channel.CreateBounded<(TRequest, int)>(new BoundedChannelOptions(run.Settings.Concurrency) { SingleWriter = true });

    private readonly Channel<TItem> results =
        Channel.CreateBounded<TItem>(new BoundedChannelOptions(run.Settings.Concurrency) { SingleReader = true });

    protected bool IsStopping => run.IsStopping;

    /// <exception cref="BatchFailedException">The call is fail-fast and a request failed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <remarks>What the source throws comes out after the results of what it had given.</remarks>
    public async IAsyncEnumerable<TItem> ExecuteAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reading = Task.Run(ReadSourceAsync, CancellationToken.None);
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

            await reading.ConfigureAwait(false);
            if (run.Failure is { } failure)
                throw new BatchFailedException(failure, [failure]);
            cancellationToken.ThrowIfCancellationRequested();
        }
        finally
        {
            // The caller may have left early: end what is in flight and wait for it.
            await run.StopAsync().ConfigureAwait(false);
            await reading.ContinueWith(static _ => { }, TaskScheduler.Default).ConfigureAwait(false);
        }
    }

    /// <summary>Sends a request in a slot, and delivers what comes of it.</summary>
    protected abstract ValueTask ServeAsync(Slot slot, TRequest request, int index);

    /// <summary>Counts an item and hands it to the caller, when there is room for it.</summary>
    protected async ValueTask DeliverAsync(Slot slot, TItem item)
    {
        if (!run.Record(slot, item))
            return;

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

    private async Task ReadSourceAsync()
    {
        var workers = new List<Task>();
        try
        {
            var index = 0;
            await foreach (var request in source.WithCancellation(run.Stopping).ConfigureAwait(false))
            {
                if (request is null)
                    throw new ArgumentException($"requests[{index}] is null; every request must be an object.", nameof(source));

                await requests.Writer.WriteAsync((request, index++), run.Stopping).ConfigureAwait(false);
                if (workers.Count < run.Settings.Concurrency)
                    workers.Add(Task.Run(WorkAsync, CancellationToken.None));
            }
        }
        catch (OperationCanceledException) when (run.IsStopping)
        {
            // The reader of the results says why.
        }
        finally
        {
            requests.Writer.Complete();
            await Task.WhenAll(workers).ConfigureAwait(false);
            results.Writer.Complete();
        }
    }

    private async Task WorkAsync()
    {
        var slot = run.OpenSlot();
        slot.Pool = pool;
        while (await requests.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
            while (!run.IsStopping && requests.Reader.TryRead(out var next))
                await ServeAsync(slot, next.Request, next.Index).ConfigureAwait(false);

            if (run.IsStopping)
                return;
        }
    }
}
