namespace AwsBatch.Deduplication;

/// <summary>
/// One run of an operation for all who wait for it. Queued without the context of the caller who happened to come first.
/// </summary>
internal sealed class SharedOperation<T>(
    FlightTable<Signature, Answer, Exception> flights,
    Flight<Signature, Answer, Exception> flight,
    Func<CancellationToken, Task<T>> operation) : IThreadPoolWorkItem
{
    // Nothing awaits it: every end goes to the flight.
    public async void Execute()
    {
        // All have left before it began.
        if (flight.Lifetime!.IsCancellationRequested)
            return;

        T value;
        try
        {
            // Never disposed: it may be cancelled at any later time, and it holds no timer and no registration.
            var running = operation(flight.Lifetime.Token)
                ?? throw new InvalidOperationException($"The operation '{flight.Key.Name}' returned null instead of a task.");
            value = await running.ConfigureAwait(false);
            if (value is IDisposable or IAsyncDisposable)
            {
                throw new InvalidOperationException(
                    $"The operation '{flight.Key.Name}' answered with a {value.GetType()}, which has to be disposed: "
                    + "callers that share one cannot do that. Return what was read from it.");
            }
        }
        catch (Exception exception)
        {
            flights.Fail(flight, exception);
            return;
        }

        flights.Complete(flight, new Answer<T>(value));
    }
}
