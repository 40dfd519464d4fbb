using AwsBatch.Admission;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Tests.Admission;

public sealed class MemoryGuardTests
{
    private readonly FakeTimeProvider clock = new();
    private int readings;

    [Theory]
    [InlineData(100, 101, false)]
    [InlineData(101, 101, false)]
    [InlineData(102, 101, true)]
    public void Without_a_limit_memory_is_short_where_the_collector_calls_the_load_high(long load, long highLoad, bool isShort) =>
        Assert.Equal(isShort, Guard(limit: null, () => new MemoryReading(Heap: long.MaxValue, load, highLoad)).IsShort(clock.GetTimestamp()));

    [Theory]
    [InlineData(1_000, false)]
    [InlineData(1_001, true)]
    public void With_a_limit_memory_is_short_where_the_heap_passes_it(long heap, bool isShort) =>
        Assert.Equal(isShort, Guard(limit: 1_000, () => new MemoryReading(heap, Load: 9, HighLoad: 1)).IsShort(clock.GetTimestamp()));

    [Fact]
    public void A_reading_holds_for_a_tenth_of_a_second()
    {
        var load = 2;
        var guard = Guard(limit: null, () => new MemoryReading(Heap: 0, load, HighLoad: 1));
        Assert.True(guard.IsShort(clock.GetTimestamp()));
        load = 0;

        clock.Advance(TimeSpan.FromMilliseconds(99));
        Assert.True(guard.IsShort(clock.GetTimestamp()));
        Assert.Equal(1, readings);

        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(guard.IsShort(clock.GetTimestamp()));
        Assert.False(guard.IsShort(clock.GetTimestamp()));
        Assert.Equal(2, readings);
    }

    private MemoryGuard Guard(long? limit, Func<MemoryReading> read) => new(limit, clock, () =>
    {
        readings++;
        return read();
    });
}
