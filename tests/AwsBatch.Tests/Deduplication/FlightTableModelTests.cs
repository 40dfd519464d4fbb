using System.Globalization;
using AwsBatch.Deduplication;

namespace AwsBatch.Tests.Deduplication;

/// <summary>Random interleavings of everything that can happen, each step compared with a model in a few lines.</summary>
public sealed class FlightTableModelTests
{
    /// <summary>Fifty, or the one that the environment's SEED replays.</summary>
    public static TheoryData<int> Seeds => Environment.GetEnvironmentVariable("SEED") is { Length: > 0 } seed
        ? [int.Parse(seed, CultureInfo.InvariantCulture)]
        : [.. Enumerable.Range(1, 50)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Everybody_is_told_exactly_what_the_model_says(int seed)
    {
        try
        {
            new Walk(seed).Take(2000);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"Replay with SEED={seed}.", exception);
        }
    }

    private sealed class Walk
    {
        private const int Room = 3;
        private readonly Random random;
        private readonly FlightHarness harness;
        private readonly Dictionary<string, ModelFlight> flights = [];
        private readonly List<(string Key, string Answer, DateTimeOffset Until)> remembered = [];
        private readonly List<(Listener Listener, List<string> Expected)> told = [];

        public Walk(int seed)
        {
            random = new Random(seed);
            harness = new(new ListingIdentity(seed % 2 == 0 ? static _ => 0 : null), new WindowBounds(Count: Room));
        }

        public void Take(int steps)
        {
            for (var step = 0; step < steps; step++)
            {
                Step(step);
                Compare(told.TakeLast(20));
                Assert.Equal(flights.Count, harness.Table.Occupancy.InFlight);
                Assert.InRange(harness.Table.Occupancy.Remembered, 0, Room);
            }

            Compare(told);
        }

        private static void Compare(IEnumerable<(Listener Listener, List<string> Expected)> told)
        {
            foreach (var (listener, expected) in told)
                Assert.Equal(expected, listener.Calls);
        }

        private void Step(int step)
        {
            var key = $"k{random.Next(6)}";
            flights.TryGetValue(key, out var flight);
            switch (random.Next(10))
            {
                case < 5:
                    Enter(key, flight, random.Next(3) == 0 ? TimeSpan.Zero : FlightHarness.Window);
                    break;
                case 5 when flight is not null:
                    Complete(key, flight, $"{step}");
                    break;
                case 6 when flight is not null:
                    flights.Remove(key);
                    foreach (var waiter in flight.Waiters)
                        waiter.Expected.Add($"failure {step}");
                    harness.Table.Fail(flight.Real, $"{step}");
                    break;
                case 7 when flight is not null:
                    Abandon(key, flight);
                    break;
                case 8 when flight?.Waiters.Count > 0:
                    var leaver = flight.Waiters[random.Next(flight.Waiters.Count)];
                    flight.Waiters.Remove(leaver);
                    Assert.True(harness.Table.Leave(leaver.Listener));
                    break;
                case 9:
                    harness.Time.Advance(TimeSpan.FromSeconds(random.Next(4)));
                    break;
            }
        }

        private void Enter(string key, ModelFlight? flight, TimeSpan window)
        {
            var known = remembered.FindIndex(answer => answer.Key == key && answer.Until > harness.Time.GetUtcNow());
            var expected = window > TimeSpan.Zero && known >= 0 ? FlightRole.Hit : flight is null ? FlightRole.Lead : FlightRole.Wait;
            var listener = new Listener();
            var entry = harness.Enter(new(key), listener, window);

            Assert.Equal(expected, entry.Role);
            (Listener, List<string> Expected) waiter = (listener, []);
            told.Add(waiter);
            if (expected == FlightRole.Hit)
            {
                Assert.Equal(remembered[known].Answer, entry.Value);
                return;
            }

            if (flight is null)
                flights.Add(key, flight = new(entry.Flight!));
            else
                flight.Waiters.Add(waiter);
            flight.Remember |= window > TimeSpan.Zero;
        }

        private void Complete(string key, ModelFlight flight, string answer)
        {
            flights.Remove(key);
            foreach (var waiter in flight.Waiters)
                waiter.Expected.Add($"answer {answer}");
            if (flight.Remember)
            {
                remembered.RemoveAll(known => known.Key == key);
                if (remembered.Count == Room)
                    remembered.RemoveAt(0);
                remembered.Add((key, answer, harness.Time.GetUtcNow() + FlightHarness.Window));
            }

            harness.Table.Complete(flight.Real, answer);
        }

        private void Abandon(string key, ModelFlight flight)
        {
            if (flight.Waiters.Count == 0)
            {
                flights.Remove(key);
            }
            else
            {
                flight.Waiters[0].Expected.Add("lead");
                flight.Waiters.RemoveAt(0);
            }

            harness.Table.Abandon(flight.Real);
        }
    }

    private sealed class ModelFlight(Flight<Listing, string, string> real)
    {
        public Flight<Listing, string, string> Real => real;

        public List<(Listener Listener, List<string> Expected)> Waiters { get; } = [];

        public bool Remember { get; set; }
    }
}
