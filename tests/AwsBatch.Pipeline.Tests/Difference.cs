namespace AwsBatch.Pipeline.Tests;

/// <summary>The lines in which two texts differ.</summary>
internal static class Difference
{
    public static string Between(string expected, string actual)
    {
        var (old, other) = (expected.Split('\n'), actual.Split('\n'));
        return string.Join(
            "\n",
            old.Except(other).Select(line => $"  SDK:  {line}").Concat(other.Except(old).Select(line => $"  lean: {line}")));
    }
}
