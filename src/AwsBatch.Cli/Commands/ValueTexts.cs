using System.CommandLine.Parsing;
using System.Globalization;

namespace AwsBatch.Cli.Commands;

/// <summary>How values are written on the command line.</summary>
internal static class ValueTexts
{
    private static readonly (string Unit, double Milliseconds)[] Units =
        [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)];

    // As long as a timer runs.
    private static readonly TimeSpan LongestDuration = TimeSpan.FromDays(24);
    private static readonly TimeSpan LongestAge = TimeSpan.FromDays(36_500);

    /// <summary>Reads a time such as <c>500ms</c>, <c>1.5s</c> or <c>1h</c>; a bare number is seconds.</summary>
    public static TimeSpan Duration(ArgumentResult result) => Time(result, LongestDuration);

    /// <summary>Reads how long ago something was, such as <c>1h</c> or <c>90d</c>.</summary>
    public static TimeSpan Age(ArgumentResult result) => Time(result, LongestAge);

    /// <summary>Reads a number above zero, such as <c>10</c> or <c>0.5</c>. A comma is no point: 1,5 would be 15.</summary>
    public static double? Positive(ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            && number > 0 && double.IsFinite(number))
            return number;

        result.AddError($"{NameOf(result)} '{text}' is not a number above zero, such as 10 or 0.5.");
        return null;
    }

    /// <summary>Reads a whole number, in digits alone.</summary>
    public static int? Whole(ArgumentResult result, int least, int most)
    {
        var text = result.Tokens[^1].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;

        result.AddError($"{NameOf(result)} '{text}' is not a whole number from {least} to {most}.");
        return null;
    }

    private static TimeSpan Time(ArgumentResult result, TimeSpan longest)
    {
        var text = result.Tokens[^1].Value;
        var (unit, milliseconds) = Array.Find(Units, known => text.EndsWith(known.Unit, StringComparison.Ordinal)) is { Unit: not null } found
            ? found
            : ("", 1_000);
        if (double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number * milliseconds <= longest.TotalMilliseconds
            && TimeSpan.FromMilliseconds(number * milliseconds) is var time && time > TimeSpan.Zero)
            return time;

        result.AddError($"{NameOf(result)} '{text}' is not a time more than zero and up to {longest.TotalDays}d, such as 500ms, 30s, 5m or 1h.");
        return default;
    }

    private static string NameOf(ArgumentResult result) => ((OptionResult)result.Parent!).Option.Name;
}
