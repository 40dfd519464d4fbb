namespace AwsBatch.Simulation.Core;

/// <summary>
/// The real core, with time, scheduling, service and callers simulated in one thread: everything that happens follows from
/// one number. After each step the engine's promises are checked.
/// </summary>
internal sealed class CoreSimulation : IDisposable
{
    // How long after the last fault a call may still take: long back-offs, a slow pacer, and a long queue.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan LongestQueueing = TimeSpan.FromMilliseconds(50);

    private readonly Random random;
    private readonly SimulatedTime time;
    private readonly SimulatedScheduler scheduler;
    private readonly FaultPlan faults;
    private readonly EventLog log;
    private readonly Promises promises = new();
    private readonly SimulatedEngine engine;
    private readonly List<SimulatedCall> calls = [];

    private CoreSimulation(int seed, bool isLogged)
    {
        random = new Random(seed);
        time = new SimulatedTime(random);
        scheduler = new SimulatedScheduler(random);
        faults = new FaultPlan(random);
        log = new EventLog(time, isLogged);
        engine = new SimulatedEngine(random, time, scheduler, faults, log, promises);
        log.Add($"{faults}");
    }

    /// <summary>Simulates until nothing is left to happen.</summary>
    /// <param name="seed">Decides everything.</param>
    /// <param name="log">Takes what happened, line by line; null if nobody reads it.</param>
    /// <exception cref="SimulationFailedException">A promise was broken; the message says which.</exception>
    public static void Run(int seed, Action<string>? log = null)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        using var simulation = new CoreSimulation(seed, log is not null);
        try
        {
            simulation.Run();
        }
        catch (SimulationFailedException failure)
        {
            throw new SimulationFailedException($"seed {seed}: {failure.Message}");
        }
        finally
        {
            foreach (var line in simulation.log.Lines)
                log?.Invoke(line);
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    public void Dispose()
    {
        engine.Dispose();
        foreach (var call in calls)
            call.Dispose();
    }

    private void Run()
    {
        for (var number = random.Next(1, 5); number > 0; number--)
        {
            var call = new SimulatedCall(number, CallPlan.Draw(random), time, promises);
            calls.Add(call);
            log.Add($"call {number}: {call.Plan}");
            time.After(call.Plan.StartsAfter, () => _ = call.RunAsync(engine.RunAsync));
        }

        while (TryStep())
        {
            foreach (var call in calls)
                call.ReachMoment();
            engine.Check();
            promises.ThrowIfBroken();
            if (time.Now > (faults.Until + Patience).Ticks && calls.Find(static call => !call.IsOver) is { } late)
                throw new SimulationFailedException($"call {late.Number} is not over {Patience.TotalSeconds} s after the last fault");
        }

        if (calls.Find(static call => !call.IsOver) is { } stuck)
            throw new SimulationFailedException($"call {stuck.Number} is not over, and nothing is left to happen");
        engine.CheckAtEnd();
        promises.ThrowIfBroken();
    }

    // Mostly what is queued, sometimes what comes a little later: threads may be slow.
    private bool TryStep()
    {
        if (scheduler.Count == 0)
            return time.TryPass(TimeSpan.MaxValue);
        if (random.Next(5) != 0 || !time.TryPass(LongestQueueing))
            scheduler.RunAny();
        return true;
    }
}
