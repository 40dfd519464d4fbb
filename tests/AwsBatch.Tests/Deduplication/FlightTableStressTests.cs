using AwsBatch.Deduplication;

namespace AwsBatch.Tests.Deduplication;

/// <summary>Many threads over few keys: what must hold whatever the interleaving.</summary>
public sealed class FlightTableStressTests
{
    private const int Threads = 4;
    private const int Rounds = 4_000;
    private const int Keys = 3;

    // A guard against a hang, not a wait: a test that passes never reaches it.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly FlightTable<int, int, string> table = new(
        EqualityComparer<int>.Default, static key => key, static _ => 1, new WindowBounds(Count: 2), TimeProvider.System, new Random(1));

    private readonly int[] leaders = new int[Keys];

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public async Task One_leads_at_a_time_and_everybody_ends_exactly_once(int seed)
    {
        var ends = new Ends();
        var threads = Enumerable.Range(0, Threads).Select(thread => Task.Factory.StartNew(
            () => Work(new Random(seed * Threads + thread), ends), TaskCreationOptions.LongRunning));
        await Task.WhenAll(threads).WaitAsync(Patience);
        // Heirs that took their lead to another thread may still be under way.
        await ends.All.WaitAsync(Patience);

        Assert.True(ends.Doubled == 0, $"seed {seed}: {ends.Doubled} were told twice");
        Assert.True(ends.TwoLeaders == 0, $"seed {seed}: two led one key");
        Assert.True(ends.WrongKey == 0, $"seed {seed}: the answer of another key");
        Assert.Equal(0, table.Occupancy.InFlight);
    }

    private void Work(Random random, Ends ends)
    {
        // What this thread leads, ended a little later: the others come to wait meanwhile.
        var led = new Queue<Item>();
        for (var round = 0; round < Rounds; round++)
        {
            var item = new Item(this, random.Next(Keys), random.Next(), ends);
            var entry = table.Enter(item.Number, random.Next(4) == 0 ? TimeSpan.FromMinutes(1) : TimeSpan.Zero, item);
            switch (entry.Role)
            {
                case FlightRole.Lead:
                    item.Take(entry.Flight!);
                    led.Enqueue(item);
                    break;
                case FlightRole.Hit:
                    item.Answered(entry.Value);
                    break;
                case FlightRole.Wait when random.Next(3) == 0:
                    if (table.Leave(item))
                        item.End();
                    break;
            }

            while (led.Count > random.Next(3))
                led.Dequeue().Finish();
        }

        while (led.TryDequeue(out var last))
            last.Finish();
    }

    private sealed class Ends
    {
        public int Doubled;
        public int TwoLeaders;
        public int WrongKey;
        private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int ended;

        /// <summary>Ends when everybody has ended.</summary>
        public Task All => all.Task;

        public void Count()
        {
            if (Interlocked.Increment(ref ended) == Threads * Rounds)
                all.SetResult();
        }
    }

    private sealed class Item(FlightTableStressTests test, int number, int choice, Ends ends) : FlightWaiter<int, int, string>
    {
        private Flight<int, int, string>? flight;
        private int ended;

        public int Number => number;

        public void Take(Flight<int, int, string> led)
        {
            if (Interlocked.Increment(ref test.leaders[number]) != 1)
                Interlocked.Increment(ref ends.TwoLeaders);
            flight = led;
        }

        public void Finish()
        {
            Interlocked.Decrement(ref test.leaders[number]);
            switch (choice % 3)
            {
                case 0:
                    test.table.Complete(flight!, number);
                    break;
                case 1:
                    test.table.Fail(flight!, "failed");
                    break;
                default:
                    test.table.Abandon(flight!);
                    break;
            }

            End();
        }

        public override void Answered(int value)
        {
            if (value != number)
                Interlocked.Increment(ref ends.WrongKey);
            End();
        }

        public override void Failed(string failure) => End();

        // Some end inside the callback, some on another thread.
        public override void Lead(Flight<int, int, string> led)
        {
            Take(led);
            if (choice % 2 == 0)
                Finish();
            else
                Task.Run(Finish);
        }

        public void End()
        {
            if (Interlocked.Increment(ref ended) == 1)
                ends.Count();
            else
                Interlocked.Increment(ref ends.Doubled);
        }
    }
}
