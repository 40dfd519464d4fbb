namespace AwsBatch.Testing.Services;

/// <summary>The order of UTF-8 bytes, in which S3 lists keys and DynamoDB sorts them. It differs from UTF-16 order only above the surrogates.</summary>
internal static class Utf8Order
{
    public static int Compare(string left, string right)
    {
        var common = left.AsSpan().CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
            return left.Length - right.Length;
        return Rank(left[common]) - Rank(right[common]);
    }

    // Surrogates stand for code points beyond every other UTF-16 unit.
    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + char.MaxValue : unit;
}
