namespace AwsBatch.Simulation.Controllers.Simulator;

/// <summary>A world in virtual time: the same seed, the same run.</summary>
internal sealed class WorldSimulation
{
    // A controller that floods a throttling service makes no progress worth waiting for.
    private const long MostEvents = 250_000;

    private const double ObservedEvery = 0.1;

    private readonly World world;
    private readonly VirtualClock clock = new();
    private readonly EventQueue events = new();
    private readonly Random random;
    private readonly Service service;
    private readonly Process[] processes;

    private WorldSimulation(World world, Subject subject, int initial, TimeSpan? target, int seed)
    {
        this.world = world;
        random = new Random(seed);
        service = new Service(world, random);
        processes = [.. world.Starts.Select((_, number) =>
            new Process(subject.Create(new ControllerSettings(initial, target, clock, (seed * 31) + number)), subject.Retries))];
    }

    /// <summary>Runs a world to its end.</summary>
    public static Run Run(World world, Subject subject, int initial, TimeSpan? target, int seed)
    {
        var simulation = new WorldSimulation(world, subject, initial, target, seed);
        return new Run(world, simulation.RunToEnd(), simulation.processes);
    }

    private double RunToEnd()
    {
        for (var number = 0; number < processes.Length; number++)
        {
            var start = VirtualClock.ToTimestamp(world.Starts[number]);
            events.Add(start, new Event(EventKind.Wake, new Item(number, 0, 0, 0)));
            if (processes[number].Controller.Tick is not null)
                events.Add(start, new Event(EventKind.Tick, new Item(number, 0, 0, 0)));
        }

        foreach (var (at, servers) in world.Steps)
            events.Add(VirtualClock.ToTimestamp(at), new Event(EventKind.Resize, Servers: servers));
        events.Add(0, new Event(EventKind.Observe));

        var end = VirtualClock.ToTimestamp(world.Duration);
        while (events.TryNext(out var what, out var at))
        {
            if (at > end || (world.Bucket is not null && events.Total > MostEvents))
                return VirtualClock.ToSeconds(Math.Min(at, end));
            clock.Now = at;
            Happen(what);
        }

        return world.Duration;
    }

    private void Happen(in Event what)
    {
        switch (what.Kind)
        {
            case EventKind.Arrive when !service.TryAdmit(clock.Seconds):
                After(world.Network / 2, what with { Kind = EventKind.Throttle });
                break;
            case EventKind.Arrive:
                Serve(service.Arrive(what.Item));
                break;
            case EventKind.Serve:
                After(world.Network / 2, what with { Kind = EventKind.Succeed });
                Serve(service.Leave());
                break;
            case EventKind.Succeed or EventKind.Throttle:
                Answer(processes[what.Item.Process], what.Item, what.Kind == EventKind.Throttle);
                Send(what.Item.Process);
                break;
            case EventKind.Wake:
                processes[what.Item.Process].WakesAt = 0;
                Send(what.Item.Process);
                break;
            case EventKind.Tick:
                processes[what.Item.Process].Controller.Ticked(clock.Seconds);
                After(processes[what.Item.Process].Controller.Tick!.Value.TotalSeconds, what);
                Send(what.Item.Process);
                break;
            case EventKind.Resize:
                service.Resize(what.Servers);
                while (service.Next() is { } next)
                    Serve(next);
                break;
            default:
                foreach (var process in processes)
                    process.Limits.Add((clock.Seconds, process.Controller.Limit));
                After(ObservedEvery, what);
                break;
        }
    }

    private void Serve(Item? item)
    {
        if (item is { } served)
            After(service.ServiceTime(), new Event(EventKind.Serve, served));
    }

    private void Answer(Process process, Item item, bool isThrottled)
    {
        process.Controller.Answered(new Answer(item.SentAt, clock.Now, process.InFlight, isThrottled));
        process.InFlight--;
        if (!isThrottled)
        {
            process.Succeeded.Add((clock.Seconds, VirtualClock.ToSeconds(clock.Now - item.SentAt)));
            return;
        }

        process.Throttled++;
        if (item.Attempts >= process.Retries.MaxAttempts
            || VirtualClock.ToSeconds(clock.Now - item.FirstSentAt) >= process.Retries.TotalTimeout)
        {
            process.Exhausted++;
            return;
        }

        process.Waiting.Enqueue(item, clock.Now + VirtualClock.ToTimestamp(RetryRule.BackOff(item.Attempts, random)));
    }

    private void Send(int number)
    {
        var process = processes[number];
        while (process.InFlight < (int)process.Controller.Limit)
        {
            var isRetry = process.HasDueRetry(clock.Now);
            if (!process.Controller.TrySend(clock.Now, isRetry, out var availableAt))
            {
                WakeAt(number, availableAt);
                return;
            }

            var item = isRetry
                ? process.Waiting.Dequeue() is var again ? again with { SentAt = clock.Now, Attempts = again.Attempts + 1 } : default
                : new Item(number, clock.Now, clock.Now, 1);
            process.InFlight++;
            process.Sent++;
            After(world.Network / 2, new Event(EventKind.Arrive, item));
        }
    }

    private void WakeAt(int number, long at)
    {
        var process = processes[number];
        if (process.WakesAt > clock.Now && process.WakesAt <= at)
            return;
        process.WakesAt = at;
        events.Add(at, new Event(EventKind.Wake, new Item(number, 0, 0, 0)));
    }

    private void After(double seconds, Event what) => events.Add(clock.Now + VirtualClock.ToTimestamp(seconds), what);
}
