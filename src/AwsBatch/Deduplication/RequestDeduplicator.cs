namespace AwsBatch.Deduplication;

/// <summary>Single flight for operations that a signature names.</summary>
internal sealed class RequestDeduplicator(TimeProvider clock, Random jitter) : IRequestDeduplicator, IDisposable
{
    private static readonly TimeSpan DefaultWindow = TimeSpan.FromSeconds(5);

    private readonly FlightTable<Signature, Answer, Exception> flights = new(
        Signature.ByName, static signature => signature, static answer => answer.Bytes, new WindowBounds(), clock, jitter);

    private volatile bool disposed;

    public RequestDeduplicator(TimeProvider clock)
        : this(clock, new Random())
    {
    }

    public Task<T> RunAsync<T>(
        string signature,
        Func<CancellationToken, Task<T>> operation,
        TimeSpan? window = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(signature);
        ArgumentNullException.ThrowIfNull(operation);
        ObjectDisposedException.ThrowIf(disposed, typeof(IRequestDeduplicator));
        var maxAge = window ?? DefaultWindow;
        ArgumentOutOfRangeException.ThrowIfLessThan(maxAge, TimeSpan.Zero, nameof(window));
        if (Answer.MustBeDisposed(typeof(T)))
        {
            throw new ArgumentException(
                $"{typeof(T)} has to be disposed, which callers that share one cannot do; return what was read from it.", nameof(operation));
        }

        return cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<T>(cancellationToken)
            : EnterAsync(new Signature(signature, typeof(T)), operation, maxAge, cancellationToken);
    }

    public void Dispose()
    {
        disposed = true;
        flights.Close(new ObjectDisposedException(typeof(IRequestDeduplicator).FullName));
    }

    private Task<T> EnterAsync<T>(
        Signature signature, Func<CancellationToken, Task<T>> operation, TimeSpan maxAge, CancellationToken cancellationToken)
    {
        var caller = new Caller<T>(flights);
        var entry = flights.Share(signature, maxAge, caller);
        switch (entry.Role)
        {
            case FlightRole.Hit:
                return entry.Value is Answer<T> answer ? Task.FromResult(answer.Value) : throw Mismatch(signature, entry.Value!.Type);
            case FlightRole.Wait when entry.Flight!.Key.Type != typeof(T):
                flights.Leave(caller);
                throw Mismatch(signature, entry.Flight.Key.Type);
            case FlightRole.Lead:
                ThreadPool.UnsafeQueueUserWorkItem(new SharedOperation<T>(flights, entry.Flight!, operation), preferLocal: false);
                break;
        }

        return caller.WaitAsync(cancellationToken);
    }

    private static ArgumentException Mismatch(Signature signature, Type known) => new(
        $"The signature '{signature.Name}' is in use for answers of type {known}, not {signature.Type}; "
        + "give operations of different types different signatures.",
        nameof(signature));
}
