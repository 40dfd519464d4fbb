using System.Diagnostics.CodeAnalysis;

namespace AwsBatch.Deduplication;

/// <summary>
/// Single flight: of equal keys one is on its way at a time, the others wait for its end, and its answer is remembered for
/// a window from completion. Thread-safe; callbacks run outside the lock.
/// <list type="bullet">
/// <item>A flight is gone before anyone is told of its end: who tries again after a failure starts a new one.</item>
/// <item>Failures are shared with those who waited and never remembered.</item>
/// <item>A leader that gives up passes the lead to the next waiter; nobody else is harmed.</item>
/// <item>A key that comes with a window is copied on entry: what its caller does to it later changes neither what it equals
/// nor what is remembered, and an answer to a changed request is given to nobody else. Without a window live objects are
/// compared, under the rule that a request is not changed until its call returns.</item>
/// </list>
/// </summary>
/// <remarks>The worst age of an answer is its own latency plus its window plus a tenth: the window counts from completion.</remarks>
internal sealed partial class FlightTable<TKey, TValue, TFailure>
{
    private readonly IEqualityComparer<TKey> comparer;
    private readonly Func<TKey, TKey> snapshot;
    private readonly Func<TValue, long> bytesOf;
    private readonly Lock gate = new();
    private readonly KeyedIndex<TKey, Flight<TKey, TValue, TFailure>> flights;
    private readonly AnswerWindow<TKey, TValue> window;
    private bool closed;

    /// <param name="comparer">Full equality and hash; a key is found by the hash it came with.</param>
    /// <param name="snapshot">A copy of a key that nobody else can change; a key that cannot change is its own.</param>
    /// <param name="bytesOf">Estimates an answer's bytes for the bound.</param>
    /// <param name="bounds">How much is remembered.</param>
    /// <param name="clock">The time.</param>
    /// <param name="jitter">Spreads expiry; used under the lock only.</param>
    public FlightTable(
        IEqualityComparer<TKey> comparer,
        Func<TKey, TKey> snapshot,
        Func<TValue, long> bytesOf,
        WindowBounds bounds,
        TimeProvider clock,
        Random jitter)
    {
        this.comparer = comparer;
        this.snapshot = snapshot;
        this.bytesOf = bytesOf;
        flights = new(comparer);
        window = new(comparer, bounds, clock, jitter, gate);
    }

    /// <summary>What is in it; expired answers count until they are swept.</summary>
    public (int InFlight, int Remembered, long RememberedBytes) Occupancy
    {
        get
        {
            lock (gate)
                return (flights.Count, window.Count, window.Bytes);
        }
    }

    /// <summary>
    /// Enters with a key. Who is told to lead must end the flight by <see cref="Complete"/>, <see cref="Fail"/> or
    /// <see cref="Abandon"/>, exactly once; who is told to wait is called back once, unless it leaves.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="maxAge">The window: how old an answer may be, and for how long this one is remembered; zero for neither.</param>
    /// <param name="waiter">Waits if it must; not waiting now.</param>
    /// <exception cref="ObjectDisposedException">The table is closed.</exception>
    public FlightEntry<TKey, TValue, TFailure> Enter(TKey key, TimeSpan maxAge, FlightWaiter<TKey, TValue, TFailure> waiter) =>
        Board(key, maxAge, waiter, shared: false);

    /// <summary>
    /// As <see cref="Enter"/>, for a flight that no waiter leads: who starts it waits like the others, and when the last
    /// has left it is gone and its lifetime cancelled. Who is told to lead ends it by <see cref="Complete"/> or
    /// <see cref="Fail"/>.
    /// </summary>
    public FlightEntry<TKey, TValue, TFailure> Share(TKey key, TimeSpan maxAge, FlightWaiter<TKey, TValue, TFailure> waiter) =>
        Board(key, maxAge, waiter, shared: true);

    /// <summary>Finds an answer that is remembered, without entering.</summary>
    /// <param name="key">The key.</param>
    /// <param name="maxAge">How old the answer may be.</param>
    /// <param name="now">The clock's timestamp.</param>
    /// <param name="value">The answer.</param>
    public bool TryRecall(TKey key, TimeSpan maxAge, long now, [MaybeNullWhen(false)] out TValue value)
    {
        value = default;
        if (window.Count == 0)
            return false;

        var hash = comparer.GetHashCode(key!);
        lock (gate)
            return window.TryGet(key, hash, maxAge, now, out value);
    }

    /// <summary>Takes a waiter out.</summary>
    /// <returns>True: it will not be called back. False: it has been, or is about to be, or did not wait.</returns>
    public bool Leave(FlightWaiter<TKey, TValue, TFailure> waiter)
    {
        CancellationTokenSource? deserted = null;
        lock (gate)
        {
            if (waiter.Flight is not { IsOver: false } flight)
                return false;

            flight.Leave(waiter);
            if (flight is { Lifetime: not null, IsDeserted: true })
            {
                // Gone before it is cancelled: nobody joins a flight that is dying.
                End(flight);
                deserted = flight.Lifetime;
            }
        }

        deserted?.CancelAsync();
        return true;
    }

    private FlightEntry<TKey, TValue, TFailure> Board(
        TKey key, TimeSpan maxAge, FlightWaiter<TKey, TValue, TFailure> waiter, bool shared)
    {
        if (waiter.Flight is not null)
            throw new InvalidOperationException("This waiter waits already; it may enter again once it was called back or has left.");

        var hash = comparer.GetHashCode(key!);
        var live = maxAge <= TimeSpan.Zero;
        lock (gate)
        {
            if (TryJoin(key, hash, maxAge, waiter) is { } entry)
                return entry;
            if (live)
                return Start(new(key, hash, key, Lifetime(shared)) { HasLiveKey = true }, key, maxAge, waiter);
        }

        // A copy may be large, so it is made outside the lock; somebody may have been faster.
        var copy = snapshot(key);
        lock (gate)
            return TryJoin(key, hash, maxAge, waiter) ?? Start(new(copy, hash, key, Lifetime(shared)), key, maxAge, waiter);
    }

    private static CancellationTokenSource? Lifetime(bool shared) => shared ? new() : null;

    private FlightEntry<TKey, TValue, TFailure>? TryJoin(
        TKey key, int hash, TimeSpan maxAge, FlightWaiter<TKey, TValue, TFailure> waiter)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        if (maxAge > TimeSpan.Zero && window.TryGet(key, hash, maxAge, now: null, out var value))
            return new(FlightRole.Hit, value, null);
        if (flights.Find(key, hash) is not { } flight)
            return null;

        flight.Widen(maxAge);
        flight.Join(waiter, key);
        return new(FlightRole.Wait, default, flight);
    }

    private FlightEntry<TKey, TValue, TFailure> Start(
        Flight<TKey, TValue, TFailure> flight, TKey key, TimeSpan maxAge, FlightWaiter<TKey, TValue, TFailure> starter)
    {
        flight.Widen(maxAge);
        if (flight.Lifetime is not null)
            flight.Join(starter, key);
        flights.Add(flight);
        return new(FlightRole.Lead, default, flight);
    }
}
