using AwsBatch.Tests.Memory;

namespace AwsBatch.Benchmarks.Suites.Memory;

/// <summary>A long call that a process is measured in.</summary>
/// <param name="Case">What is done.</param>
/// <param name="Subject">Who does it.</param>
/// <param name="AllowedMegabytes">By how much the process may grow; null where that is only shown.</param>
/// <param name="MeasureAsync">Does it in this process: its growth in bytes.</param>
internal sealed record Growth(string Case, string Subject, double? AllowedMegabytes, Func<Task<long>> MeasureAsync);

/// <summary>All that is measured.</summary>
internal static class Growths
{
    private const string Lean = "awsbatch-lean";
    private const string FastReader = "stream, fast reader";
    private const string SlowReader = "stream, slow reader";
    private const string Listings = "1,000 listings of 1,000 keys";

    private const int Streamed = 1_000_000;
    private const int Mark = 10_000;

    // Slower than the core answers, on any machine: a millisecond for every tenth item.
    private const int SlowReaderRests = 10;

    public static IReadOnlyList<Growth> All { get; } =
    [
        new(FastReader, Lean, 30, static () => StreamAsync(static _ => ValueTask.CompletedTask)),
        new(SlowReader, Lean, 30, static () => StreamAsync(RestAsync)),
        new(Listings, Lean, 50, static () => new ListingGrowth(1_000).OfBatchAsync(PipelineMode.Lean)),
        new(Listings, "awsbatch-sdk", 50, static () => new ListingGrowth(1_000).OfBatchAsync(PipelineMode.Sdk)),
        new(Listings, "sdk-foreach", null, static () => new ListingGrowth(1_000).OfLoopAsync()),
    ];

    private static Task<long> StreamAsync(Func<BatchItem, ValueTask> read) =>
        new StreamGrowth(static () => Environment.WorkingSet).MeasureAsync(Streamed, Mark, read);

    private static async ValueTask RestAsync(BatchItem item)
    {
        if (item.Index % SlowReaderRests == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
    }
}
