namespace AwsBatch.Tests.Memory;

/// <summary>The short form of what <c>AwsBatch.Benchmarks -- memory</c> measures: what is still referenced, not the process.</summary>
[Collection(nameof(StreamMemoryTests))]
public sealed class StreamMemoryTests
{
    private const long Allowed = 30L << 20;

    private readonly StreamGrowth growth = new(static () => GC.GetTotalMemory(forceFullCollection: true));

    [Fact]
    public async Task A_stream_holds_no_more_at_its_end_than_at_its_start() =>
        Assert.InRange(await growth.MeasureAsync(count: 20_000, mark: 5_000, static _ => ValueTask.CompletedTask), long.MinValue, Allowed);

    [Fact]
    public async Task A_reader_that_dawdles_makes_the_stream_hold_no_more()
    {
        static async ValueTask DawdleAsync(BatchItem item)
        {
            if (item.Index % 100 == 0)
                await Task.Yield();
        }

        Assert.InRange(await growth.MeasureAsync(count: 20_000, mark: 5_000, DawdleAsync), long.MinValue, Allowed);
    }
}

/// <summary>Alone: what other tests hold at the same time would count too.</summary>
[CollectionDefinition(nameof(StreamMemoryTests), DisableParallelization = true)]
public sealed class StreamMemoryCollection;
