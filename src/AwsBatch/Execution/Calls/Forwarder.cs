using AwsBatch.Clients;

namespace AwsBatch.Execution;

/// <summary>
/// Sends the requests of a mixed stream on to their pools. An account may take its time to say who it is, and the requests of
/// others do not wait for it; those of one pool keep their order.
/// </summary>
/// <param name="destinations">Where requests go.</param>
/// <param name="forward">Takes a request, its index and its destination: one at a time.</param>
/// <param name="run">The call.</param>
internal sealed class Forwarder(Destinations destinations, Func<BatchRequest, int, Destination, ValueTask> forward, Run run) : IDisposable
{
    private readonly Dictionary<PoolKey, List<(BatchRequest Request, int Index)>> waiting = [];

    private readonly CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(run.Stopping);

    // Who has it forwards.
    private readonly SemaphoreSlim turn = new(1);

    // Taken after one more was asked for.
    private readonly SemaphoreSlim others = new(Destinations.AtOnce - 1);

    /// <summary>Forwards a request, or keeps it until it is known where it goes. For one reader.</summary>
    /// <exception cref="OperationCanceledException">The call is over.</exception>
    public async ValueTask AddAsync(BatchRequest request, int index)
    {
        // These waits heed no token: who has what they wait for does.
        await turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            if (waiting.Count > 0 && destinations.PoolOf(request) is { } awaited && waiting.TryGetValue(awaited, out var behind))
            {
                behind.Add((request, index));
                return;
            }

            var finding = destinations.FindAsync(request, over.Token);
            if (finding.IsCompleted || destinations.PoolOf(request) is not { } pool)
            {
                await forward(request, index, await finding.ConfigureAwait(false)).ConfigureAwait(false);
                return;
            }

            waiting.Add(pool, [(request, index)]);
            _ = ForwardAsync(pool, finding);
        }
        finally
        {
            turn.Release();
        }

        await others.WaitAsync(CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Lets go of what waits.</summary>
    public void Cancel() => over.Cancel();

    /// <summary>Completed when nothing is waited for any more.</summary>
    public async Task EndAsync()
    {
        for (var number = 1; number < Destinations.AtOnce; number++)
            await others.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        others.Release(Destinations.AtOnce - 1);
    }

    public void Dispose()
    {
        over.Dispose();
        turn.Dispose();
        others.Dispose();
    }

    private async Task ForwardAsync(PoolKey pool, ValueTask<Destination> finding)
    {
        try
        {
            var destination = await finding.ConfigureAwait(false);
            await turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
            try
            {
                over.Token.ThrowIfCancellationRequested();
                waiting.Remove(pool, out var requests);
                foreach (var (request, index) in requests!)
                    await forward(request, index, destination).ConfigureAwait(false);
            }
            finally
            {
                turn.Release();
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !over.IsCancellationRequested)
        {
            run.Fault(exception);
        }
        finally
        {
            others.Release();
        }
    }
}
