using System.Globalization;
using Xunit.Abstractions;

namespace AwsBatch.Tests.Telemetry;

/// <summary>A random generator whose seed the test prints; <c>AWSBATCH_SEED=N</c> replays it.</summary>
internal static class Seed
{
    public static Random Random(ITestOutputHelper output)
    {
        var seed = Environment.GetEnvironmentVariable("AWSBATCH_SEED") is { Length: > 0 } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : System.Random.Shared.Next();
        output.WriteLine($"AWSBATCH_SEED={seed}");
        return new Random(seed);
    }
}
