namespace AwsBatch.Cli.Report.Charts;

/// <summary>An axis from zero to a round number.</summary>
internal sealed class ValueAxis
{
    private const int WantedSteps = 4;

    private ValueAxis(double step, int steps)
    {
        Top = step * steps;
        Ticks = [.. Enumerable.Range(0, steps + 1).Select(tick => tick * step)];
    }

    public double Top { get; }

    public IReadOnlyList<double> Ticks { get; }

    /// <param name="most">The largest value, zero or more.</param>
    public static ValueAxis UpTo(double most)
    {
        if (most <= 0)
            return new ValueAxis(1, 1);
        var step = Round(most / WantedSteps);
        return new ValueAxis(step, (int)Math.Ceiling((most / step) - 1e-9));
    }

    /// <summary>How far up a value is, from 0 to 1.</summary>
    public double At(double value) => value / Top;

    // 1, 2 or 5 times a power of ten.
    private static double Round(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return (step / power) switch
        {
            <= 1 => power,
            <= 2 => 2 * power,
            <= 5 => 5 * power,
            _ => 10 * power,
        };
    }
}
