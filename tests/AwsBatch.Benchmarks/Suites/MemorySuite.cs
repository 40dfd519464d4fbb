using AwsBatch.Benchmarks.Measurement;
using AwsBatch.Tests.Memory;

namespace AwsBatch.Benchmarks.Suites;

/// <summary>
/// By how much the process grows in long calls of the SDK's real S3 client: a stream with a fast and with a slow reader, and
/// a batch of large listings beyond its results. A handler in the process answers, which is faster than any server.
/// </summary>
internal sealed class MemorySuite : ISuite
{
    private const int Streamed = 1_000_000;
    private const int Mark = 10_000;
    private const int Listings = 1_000;
    private const double Megabyte = 1 << 20;

    // Slower than the core answers, on any machine: a millisecond for every tenth item.
    private const int SlowReaderRests = 10;

    public string Name => "memory";

    public IReadOnlyList<string> Baselines => ["awsbatch"];

    public async Task<IReadOnlyList<Row>> RunAsync(SuiteArguments arguments, CancellationToken cancellationToken)
    {
        var growth = new MemoryGrowth(static () => Environment.WorkingSet);
        return
        [
            Figure("stream, fast reader", await growth.OfStreamAsync(Streamed, Mark, static _ => ValueTask.CompletedTask), allowed: 30),
            Figure("stream, slow reader", await growth.OfStreamAsync(Streamed, Mark, RestAsync), allowed: 30),
            Figure("1,000 listings of 1,000 keys", await growth.OfListingsAsync(Listings), allowed: 50),
        ];

        Row Figure(string name, long bytes, double allowed)
        {
            // At once: the whole takes minutes.
            Console.Error.WriteLine($"{name}: {bytes / Megabyte:0.0} MB, allowed {allowed} MB{(bytes / Megabyte < allowed ? "" : ": TOO MUCH")}");
            return new Row(Name, name, "awsbatch", "growth_mb", bytes / Megabyte);
        }

        async ValueTask RestAsync(BatchItem item)
        {
            if (item.Index % SlowReaderRests == 0)
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, cancellationToken);
        }
    }
}
