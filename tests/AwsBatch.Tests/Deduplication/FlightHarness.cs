using AwsBatch.Deduplication;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Tests.Deduplication;

/// <summary>A table of listings whose answers are strings, over a clock that only the test moves.</summary>
internal sealed class FlightHarness
{
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    public FlightHarness(IEqualityComparer<Listing>? identity = null, WindowBounds? bounds = null, Random? jitter = null)
    {
        Clock = new TimerCountingClock(Time);
        Table = new(
            identity ?? new ListingIdentity(),
            listing =>
            {
                Snapshots++;
                DuringSnapshot?.Invoke();
                return listing.Copy();
            },
            static answer => answer.Length,
            bounds ?? new WindowBounds(),
            Clock,
            jitter ?? new NoJitter());
    }

    public FakeTimeProvider Time { get; } = new();

    public TimerCountingClock Clock { get; }

    public FlightTable<Listing, string, string> Table { get; }

    public int Snapshots { get; private set; }

    public Action? DuringSnapshot { get; set; }

    public FlightEntry<Listing, string, string> Enter(Listing key, Listener? listener = null, TimeSpan? window = null) =>
        Table.Enter(key, window ?? Window, listener ?? new Listener());

    public Flight<Listing, string, string> Lead(Listing key, TimeSpan? window = null)
    {
        var entry = Enter(key, window: window);
        Assert.Equal(FlightRole.Lead, entry.Role);
        return entry.Flight!;
    }

    public Listener Wait(Listing key, TimeSpan? window = null, Action<Flight<Listing, string, string>>? onLead = null)
    {
        var listener = new Listener(onLead);
        Assert.Equal(FlightRole.Wait, Enter(key, listener, window).Role);
        return listener;
    }

    /// <summary>Sends a request to its end, so that its answer is in the window.</summary>
    public void Answer(Listing key, string answer, TimeSpan? window = null) => Table.Complete(Lead(key, window), answer);

    /// <summary>The answer that a request hits; null if it has to be sent.</summary>
    public string? Hit(Listing key, TimeSpan? window = null)
    {
        var entry = Enter(key, window: window);
        if (entry.Role == FlightRole.Hit)
            return entry.Value;
        Assert.Equal(FlightRole.Lead, entry.Role);
        Table.Abandon(entry.Flight!);
        return null;
    }
}

/// <summary>Keeps what it was told.</summary>
internal sealed class Listener(Action<Flight<Listing, string, string>>? onLead = null) : FlightWaiter<Listing, string, string>
{
    public List<string> Calls { get; } = [];

    public Flight<Listing, string, string>? Led { get; private set; }

    public Action<string>? OnEnd { get; init; }

    public override void Answered(string value) => Told($"answer {value}");

    public override void Failed(string failure) => Told($"failure {failure}");

    public override void Lead(Flight<Listing, string, string> flight)
    {
        Led = flight;
        Calls.Add("lead");
        onLead?.Invoke(flight);
    }

    private void Told(string what)
    {
        Calls.Add(what);
        OnEnd?.Invoke(what);
    }
}

/// <summary>Every window is as long as it says.</summary>
internal sealed class NoJitter : Random
{
    public override double NextDouble() => 0.5;
}
