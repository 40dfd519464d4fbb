using System.Globalization;

namespace AwsBatch.Tests.Execution.Streams;

/// <summary>Streams on the platform's threads, where everything around them may fail, wait or leave. <c>AWSBATCH_SEED=N</c> replays one.</summary>
public sealed class StreamStressTests
{
    private const int SeedsEach = 25;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_stream_keeps_its_promises_whatever_happens_around_it(int part)
    {
        var replayed = Environment.GetEnvironmentVariable("AWSBATCH_SEED") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : (int?)null;
        foreach (var seed in replayed is { } one ? [one] : Enumerable.Range(part * SeedsEach, SeedsEach))
        {
            await using var stream = new StressedStream(seed);
            var broken = await stream.RunAsync();
            Assert.True(broken.Count == 0, $"AWSBATCH_SEED={seed}: {string.Join("; ", broken.Take(5))}\n{stream.Plan}");
        }
    }
}
