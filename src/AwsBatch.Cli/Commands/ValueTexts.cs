using System.CommandLine.Parsing;
using System.Globalization;

namespace AwsBatch.Cli.Commands;

/// <summary>How values are written on the command line.</summary>
internal static class ValueTexts
{
    private static readonly (string Unit, double Milliseconds)[] Units =
        [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)];

    /// <summary>Reads a time such as <c>500ms</c>, <c>1.5s</c> or <c>1h</c>; a bare number is seconds.</summary>
    public static TimeSpan Duration(ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        var (unit, milliseconds) = Array.Find(Units, known => text.EndsWith(known.Unit, StringComparison.Ordinal)) is { Unit: not null } found
            ? found
            : ("", 1_000);
        if (double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number * milliseconds is > 0 and < int.MaxValue)
            return TimeSpan.FromMilliseconds(number * milliseconds);

        result.AddError($"'{text}' is not a time more than zero, such as 500ms, 30s, 5m or 1h.");
        return default;
    }
}
