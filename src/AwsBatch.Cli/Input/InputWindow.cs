namespace AwsBatch.Cli.Input;

/// <summary>The bytes of an input that are held: more are read behind them, and those in front are dropped once they are done with.</summary>
internal sealed class InputWindow(ByteSource source)
{
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;

    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(start, end - start);

    /// <summary>Where in the input the first of them is.</summary>
    public InputPosition Position { get; private set; } = InputPosition.Start;

    /// <summary>Whether no more will come behind them.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>Reads more behind what is held.</summary>
    /// <returns>False: the input has ended.</returns>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (end == buffer.Length)
            MakeRoom();
        var read = await source(buffer.AsMemory(end), cancellationToken).ConfigureAwait(false);
        end += read;
        IsEnded = read == 0;
        return !IsEnded;
    }

    /// <summary>Drops bytes in front.</summary>
    public void Drop(int count)
    {
        Position = Position.After(Bytes[..count]);
        start += count;
    }

    /// <summary>Drops a mark in front that nobody sees: it takes up no column.</summary>
    public void DropMark(int length) => start += length;

    private void MakeRoom()
    {
        var held = end - start;
        var larger = held > buffer.Length / 2 ? new byte[checked(buffer.Length * 2)] : buffer;
        Bytes.CopyTo(larger);
        buffer = larger;
        start = 0;
        end = held;
    }
}
