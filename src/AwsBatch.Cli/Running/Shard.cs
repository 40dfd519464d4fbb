using System.Globalization;

namespace AwsBatch.Cli.Running;

/// <summary>One of several equal parts of an input: every <paramref name="Count"/>th request, from the <paramref name="Number"/>th on.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Count">At least 1.</param>
internal readonly record struct Shard(int Number, int Count)
{
    public static bool TryParse(string text, out Shard shard)
    {
        shard = default;
        if (text.Split('/') is not [var number, var count]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var of)
            || n < 1 || n > of)
            return false;

        shard = new Shard(n, of);
        return true;
    }

    public bool Has(int index) => index % Count == Number - 1;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");
}
