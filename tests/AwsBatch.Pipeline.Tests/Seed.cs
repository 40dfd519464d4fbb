using System.Globalization;
using Xunit.Abstractions;

namespace AwsBatch.Pipeline.Tests;

/// <summary>What a random test is made of: printed, and taken from <c>AWSBATCH_SEED</c> to replay a run.</summary>
internal static class Seed
{
    public static int Of(ITestOutputHelper output)
    {
        var seed = Environment.GetEnvironmentVariable("AWSBATCH_SEED") is { Length: > 0 } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : Random.Shared.Next();
        output.WriteLine($"AWSBATCH_SEED={seed}");
        return seed;
    }
}
