using System.Text;
using AwsBatch.Cli.Output;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Cli.Tests.Output;

public sealed class RecordSinkTests : IDisposable
{
    private readonly FakeTimeProvider clock = new();
    private readonly MemoryStream output = new();

    private string Written => Encoding.UTF8.GetString(output.ToArray());

    public void Dispose() => output.Dispose();

    [Fact]
    public void Records_wait_for_those_before_them_and_show_without_more_to_come()
    {
        using var sink = new RecordSink(output, new NdjsonFormat(), isOrdered: true, clock);

        sink.Accept(2, "2"u8.ToArray());
        sink.Accept(0, "0"u8.ToArray());
        clock.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Equal("0\n", Written);

        sink.Accept(1, "1"u8.ToArray());
        sink.Accept(4, "4"u8.ToArray());
        sink.Complete();

        Assert.Equal("0\n1\n2\n4\n", Written);
    }

    [Fact]
    public async Task Reading_pauses_while_much_waits_for_one_slow_record()
    {
        using var sink = new RecordSink(output, new NdjsonFormat(), isOrdered: true, clock);
        for (var position = 1; position <= 4096; position++)
        {
            Assert.True(sink.WaitForRoomAsync(default).IsCompleted);
            sink.Accept(position, "{}"u8.ToArray());
        }

        var room = sink.WaitForRoomAsync(default);
        Assert.False(room.IsCompleted);
        sink.Accept(0, "{}"u8.ToArray());

        await room.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Large_records_pause_it_sooner()
    {
        using var sink = new RecordSink(output, new NdjsonFormat(), isOrdered: true, clock);
        for (var position = 1; position <= 64; position++)
            sink.Accept(position, new byte[1 << 20]);

        Assert.False(sink.WaitForRoomAsync(default).IsCompleted);
    }

    [Fact]
    public void There_is_room_again_once_large_records_are_written()
    {
        using var sink = new RecordSink(Stream.Null, new NdjsonFormat(), isOrdered: true, clock);
        for (var position = 1; position <= 64; position++)
            sink.Accept(position, new byte[1 << 20]);
        sink.Accept(0, []);
        sink.Accept(66, new byte[1 << 20]);

        Assert.True(sink.WaitForRoomAsync(default).IsCompleted);
    }

    [Fact]
    public void Unordered_records_are_written_as_they_come()
    {
        using var sink = new RecordSink(output, new JsonArrayFormat(), isOrdered: false, clock);

        sink.Accept(7, "7"u8.ToArray());
        sink.Accept(3, "3"u8.ToArray());
        sink.Complete();

        Assert.Equal("[\n7,\n3\n]\n", Written);
    }
}
