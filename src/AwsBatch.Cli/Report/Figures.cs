using System.Globalization;

namespace AwsBatch.Cli.Report;

/// <summary>Numbers as people read them.</summary>
internal static class Figures
{
    public const string None = "–";

    public static string Count(double count) => double.IsNaN(count) ? None : count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A round number of an axis.</summary>
    public static string Short(double number) => number switch
    {
        >= 1_000_000 => Invariant($"{number / 1_000_000:0.##}M"),
        >= 10_000 => Invariant($"{number / 1000:0.##}k"),
        _ => number.ToString("#,0.##", CultureInfo.InvariantCulture),
    };

    /// <summary>A round time of an axis.</summary>
    public static string ShortTime(TimeSpan time) => time.TotalSeconds switch
    {
        < 1 => Invariant($"{time.TotalMilliseconds:0.###} ms"),
        < 3_600 => Invariant($"{time.TotalSeconds:0} s"),
        _ => Invariant($"{time.TotalHours:0.#} h"),
    };

    /// <summary>Something per second.</summary>
    public static string Rate(double perSecond) => perSecond.ToString(perSecond is < 10 and > 0 ? "N1" : "N0", CultureInfo.InvariantCulture);

    /// <summary>A part of a whole, from 0 to 1.</summary>
    public static string Share(double part) => part switch
    {
        0 or 1 => part.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal),
        < 0.001 => "<0.1%",
        > 0.999 => ">99.9%",
        _ => (part * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%",
    };

    public static string Time(TimeSpan time) => time.TotalMilliseconds switch
    {
        0 => "0 ms",
        < 9.95 => Invariant($"{time.TotalMilliseconds:0.0} ms"),
        < 999.5 => Invariant($"{time.TotalMilliseconds:0} ms"),
        < 9_950 => Invariant($"{time.TotalSeconds:0.0} s"),
        < 119_500 => Invariant($"{time.TotalSeconds:0} s"),
        < 3_600_000 => Invariant($"{(int)time.TotalMinutes} min {time.Seconds} s"),
        _ => Invariant($"{(int)time.TotalHours} h {time.Minutes} min"),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
