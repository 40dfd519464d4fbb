using System.Globalization;

namespace AwsBatch.Cli.Report.Charts;

/// <summary>The time of a run, from its start.</summary>
internal sealed class TimeAxis
{
    private const int MostTicks = 6;

    private static readonly double[] Steps =
    [
        0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 28_800,
        86_400,
    ];

    private readonly double seconds;

    public TimeAxis(TimeSpan length)
    {
        seconds = Math.Max(length.TotalSeconds, Steps[0]);
        var step = Array.Find(Steps, candidate => seconds / candidate < MostTicks);
        step = step > 0 ? step : Steps[^1] * Math.Ceiling(seconds / Steps[^1] / MostTicks);
        Ticks = [.. Enumerable.Range(0, (int)(seconds / step) + 1).Select(tick => new AxisTick(tick * step / seconds, Label(tick * step)))];
    }

    public IReadOnlyList<AxisTick> Ticks { get; }

    /// <summary>How far along a time is, from 0 to 1.</summary>
    public double At(TimeSpan time) => Math.Min(1, time.TotalSeconds / seconds);

    private string Label(double at) => seconds switch
    {
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{at * 1000:0} ms"),
        < 120 => string.Create(CultureInfo.InvariantCulture, $"{at:0.#} s"),
        < 7_200 => string.Create(CultureInfo.InvariantCulture, $"{(int)at / 60}:{(int)at % 60:00} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)at / 3600}:{(int)at / 60 % 60:00} h"),
    };
}
