using System.CommandLine.Parsing;
using System.Globalization;

namespace AwsBatch.Benchmarks.Measurement;

/// <summary>Reads a list such as 11,12,13.</summary>
internal static class Seeds
{
    public static int[] Parse(ArgumentResult argument)
    {
        var seeds = new List<int>();
        foreach (var text in argument.Tokens.SelectMany(token => token.Value.Split(',')))
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
                seeds.Add(seed);
            else
                argument.AddError($"'{text}' is not a seed: give whole numbers separated by commas, such as 11,12,13.");
        }

        return [.. seeds];
    }
}
