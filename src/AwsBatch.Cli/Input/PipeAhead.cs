using System.Buffers;

namespace AwsBatch.Cli.Input;

/// <summary>A pipe, and the bytes that were read ahead of it.</summary>
internal sealed class PipeAhead(Stream pipe)
{
    private const int Most = 1 << 20;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(200);

    private readonly ArrayBufferWriter<byte> ahead = new();
    private readonly byte[] chunk = new byte[1 << 16];

    // A read of a terminal or a pipe cannot be called off: it is left behind, and its bytes are for whoever asks next.
    private Task<int>? pending;
    private ReadOnlyMemory<byte> unread;

    /// <summary>Reads ahead to the end of the pipe, to a pause, or as far as is sensible.</summary>
    /// <returns>Whether that is all of it.</returns>
    public async Task<bool> ReadAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        while (ahead.WrittenCount < Most)
        {
            pending ??= ReadChunkAsync();
            try
            {
                // Until something has come there is nothing that could be run meanwhile.
                var pause = ahead.WrittenCount == 0 ? Timeout.InfiniteTimeSpan : LongestPause;
                var read = await pending.WaitAsync(pause, clock, cancellationToken).ConfigureAwait(false);
                pending = null;
                if (read == 0)
                    return true;
                ahead.Write(chunk.AsSpan(0, read));
            }
            catch (TimeoutException)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>All of it, from the start, any number of times.</summary>
    public ByteSource OpenWhole()
    {
        var left = ahead.WrittenMemory;
        return (buffer, _) => ValueTask.FromResult(Take(ref left, buffer.Span));
    }

    /// <summary>What was read ahead, then the rest.</summary>
    public ByteSource Open()
    {
        unread = ahead.WrittenMemory;
        return ReadOnAsync;
    }

    private async ValueTask<int> ReadOnAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (unread.IsEmpty)
        {
            pending ??= ReadChunkAsync();
            var read = await pending.WaitAsync(cancellationToken).ConfigureAwait(false);
            pending = null;
            unread = chunk.AsMemory(0, read);
        }

        return Take(ref unread, buffer.Span);
    }

    private static int Take(ref ReadOnlyMemory<byte> from, Span<byte> to)
    {
        var taken = Math.Min(from.Length, to.Length);
        from.Span[..taken].CopyTo(to);
        from = from[taken..];
        return taken;
    }

    private Task<int> ReadChunkAsync() => Task.Run(() => pipe.Read(chunk, 0, chunk.Length));
}
