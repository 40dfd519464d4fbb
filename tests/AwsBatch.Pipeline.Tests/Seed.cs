using System.Globalization;
using Xunit.Abstractions;

namespace AwsBatch.Pipeline.Tests;

/// <summary>What a random test is made of: printed, and taken from <c>AWSBATCH_SEED</c> to replay a run.</summary>
internal static class Seed
{
    /// <param name="output">Where it is printed.</param>
    /// <param name="usual">What it is unless given; null: another one each time.</param>
    public static int Of(ITestOutputHelper output, int? usual = null)
    {
        var seed = Environment.GetEnvironmentVariable("AWSBATCH_SEED") is { Length: > 0 } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : usual ?? Random.Shared.Next();
        output.WriteLine($"AWSBATCH_SEED={seed}");
        return seed;
    }
}
