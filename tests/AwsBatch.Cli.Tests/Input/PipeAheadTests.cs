using System.IO.Pipelines;
using AwsBatch.Cli.Input;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Cli.Tests.Input;

public sealed class PipeAheadTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider clock = new();
    private readonly Pipe pipe = new();
    private readonly PipeAhead ahead;

    public PipeAheadTests() => ahead = new PipeAhead(pipe.Reader.AsStream());

    [Fact]
    public async Task It_waits_for_the_first_byte_however_late()
    {
        var reading = ahead.ReadAsync(clock, CancellationToken.None);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(reading.IsCompleted);

        await pipe.Writer.WriteAsync("{}"u8.ToArray());
        await pipe.Writer.CompleteAsync();

        Assert.True(await reading.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_pause_after_something_has_come_ends_it_and_the_rest_is_read_on()
    {
        await pipe.Writer.WriteAsync("{}"u8.ToArray());
        var reading = ahead.ReadAsync(clock, CancellationToken.None);
        while (!reading.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Yield();
        }

        Assert.False(await reading);
        await pipe.Writer.WriteAsync("[]"u8.ToArray());
        await pipe.Writer.CompleteAsync();

        Assert.Equal("{}[]", await ReadAllAsync(ahead.Open()));
    }

    [Fact]
    public async Task Of_a_long_input_it_reads_no_more_than_a_part()
    {
        var read = new PipeAhead(new MemoryStream(new byte[2 << 20])).ReadAsync(clock, CancellationToken.None);

        Assert.False(await read.WaitAsync(Patience));
    }

    [Fact]
    public async Task Waiting_for_the_first_byte_can_be_called_off()
    {
        using var cancelled = new CancellationTokenSource();
        var reading = ahead.ReadAsync(clock, cancelled.Token);
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(Patience));
    }

    private static async Task<string> ReadAllAsync(ByteSource source)
    {
        var all = new List<byte>();
        var buffer = new byte[16];
        while (await source(buffer, CancellationToken.None) is > 0 and var read)
            all.AddRange(buffer.AsSpan(0, read));
        return System.Text.Encoding.UTF8.GetString([.. all]);
    }
}
