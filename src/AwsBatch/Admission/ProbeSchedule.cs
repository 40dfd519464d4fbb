namespace AwsBatch.Admission;

/// <summary>When the baseline is measured: at multiples of a period on the wall clock, which all processes share.</summary>
internal sealed class ProbeSchedule
{
    private readonly double wallClock;
    private double dueAt;

    /// <param name="wallClock">The wall clock at the limiter's time zero, in seconds.</param>
    public ProbeSchedule(double wallClock)
    {
        this.wallClock = wallClock;
        Soon(0);
    }

    /// <summary>Whether the time has come, and not long gone by, as after a pause: then the next one counts.</summary>
    public bool IsDue(double now, double latency)
    {
        if (now < dueAt)
            return false;
        var late = now - dueAt;
        dueAt = Next(now, Period(latency));
        return late <= latency;
    }

    /// <summary>Sets the next probe to the nearest time at which any process probes.</summary>
    public void Soon(double now) => dueAt = Next(now, Period(0));

    // In seconds. A probe of a slow service lasts longer, so there are fewer: about 1 % of throughput.
    private static double Period(double latency) => latency switch
    {
        < 0.4 => 10,
        < 1.5 => 30,
        _ => 120,
    };

    private double Next(double now, double period) => ((Math.Floor((now + wallClock) / period) + 1) * period) - wallClock;
}
