using System.Buffers.Binary;
using System.IO.Hashing;

namespace AwsBatch.Cli.Checkpoints;

/// <summary>
/// A file that entries are appended to, each in one write: kind, position, the request's fingerprint, payload, checksum. What
/// a kill has cut off at its end is dropped when it is opened. Only one process at a time has it open, and only its owner may
/// read it: it holds answers.
/// </summary>
internal sealed class CheckpointLog : IDisposable
{
    public const int HeadLength = 1 + sizeof(int) + sizeof(ulong) + sizeof(int);
    private const int SumLength = sizeof(uint);
    private static readonly byte[] Signature = "awsbatch checkpoint 1\n"u8.ToArray();

    private readonly string path;
    private readonly FileStream file;

    // Behind the last whole entry: what a full disk has cut off is written over.
    private long end;

    // What is read of an entry at once while the file is looked through, and the sum over it.
    private readonly byte[] chunk = new byte[1 << 12];
    private readonly Crc32 sum = new();

    private CheckpointLog(string path)
    {
        this.path = path;
        file = OpenFile(path);
    }

    /// <summary>Opens or makes the file and reads what it holds.</summary>
    /// <param name="path">The file.</param>
    /// <param name="take">Told of each entry: its head, and where its payload begins.</param>
    /// <exception cref="UsageException">It cannot be opened, another run has it, it is no checkpoint, or damaged.</exception>
    public static CheckpointLog Open(string path, Action<EntryHead, long> take)
    {
        var log = new CheckpointLog(path);
        try
        {
            log.ReadEntries(take);
            return log;
        }
        catch (IOException exception)
        {
            log.Dispose();
            throw CannotBeOpened(path, exception);
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    /// <summary>Appends an entry; once this returns a kill of the process does not lose it.</summary>
    /// <returns>Where its payload begins.</returns>
    /// <exception cref="CheckpointException">It cannot be written.</exception>
    public long Append(in EntryHead head, ReadOnlySpan<byte> payload)
    {
        var written = new byte[HeadLength + payload.Length + SumLength];
        head.Write(written);
        payload.CopyTo(written.AsSpan(HeadLength));
        BinaryPrimitives.WriteUInt32LittleEndian(written.AsSpan(HeadLength + payload.Length), Crc32.HashToUInt32(written.AsSpan(0, HeadLength + payload.Length)));
        var at = end;
        try
        {
            RandomAccess.Write(file.SafeFileHandle, written, at);
        }
        catch (Exception exception) when (FileFailure.Find(exception) is { } failure)
        {
            throw new CheckpointException(path, "written", failure);
        }

        end += written.Length;
        return at + HeadLength;
    }

    /// <exception cref="CheckpointException">It cannot be read.</exception>
    public byte[] ReadPayload(long at, int length)
    {
        var payload = new byte[length];
        try
        {
            for (var read = 0; read < length;)
                read += RandomAccess.Read(file.SafeFileHandle, payload.AsSpan(read), at + read) is > 0 and var count ? count : throw new EndOfStreamException();
        }
        catch (Exception exception) when (FileFailure.Find(exception) is { } failure)
        {
            throw new CheckpointException(path, "read", failure);
        }

        return payload;
    }

    public void Dispose() => file.Dispose();

    private static FileStream OpenFile(string path)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return new FileStream(path, options);
        }
        catch (Exception exception) when (FileFailure.IsOfOpening(exception))
        {
            throw CannotBeOpened(path, exception);
        }
    }

    private static UsageException CannotBeOpened(string path, Exception exception) => new($"checkpoint '{path}' cannot be opened: {exception.Message}");

    private void ReadEntries(Action<EntryHead, long> take)
    {
        var signature = new byte[Signature.Length];
        var length = file.ReadAtLeast(signature, signature.Length, throwOnEndOfStream: false);
        if (!Signature.AsSpan().StartsWith(signature.AsSpan(0, length)))
            throw new UsageException($"'{path}' is not a checkpoint of awsbatch; name another file.");
        if (length < Signature.Length)
        {
            file.Position = 0;
            file.Write(Signature);
            file.Flush();
            end = Signature.Length;
            return;
        }

        end = Signature.Length;
        while (ReadHead(end) is { } head)
        {
            if (!IsWhole(head, end))
            {
                // To drop what follows would send it again, changes too.
                if (IsDamaged(head))
                    throw new UsageException(
                        $"checkpoint '{path}' is damaged at byte {end} of {file.Length}, so that what is answered after it is not known. "
                        + "Put back a copy of it, or name another file to run all requests anew.");
                break;
            }

            take(head, end + HeadLength);
            end += LengthOf(head);
        }

        file.SetLength(end);
    }

    private static long LengthOf(in EntryHead head) => HeadLength + (long)head.Length + SumLength;

    // Null where not even a head is left.
    private EntryHead? ReadHead(long at)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        file.Position = at;
        return file.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false) == HeadLength ? EntryHead.Read(head) : null;
    }

    // Whether an entry that begins like that is there to its end.
    private bool IsWhole(in EntryHead head, long at)
    {
        if (head.Length < 0 || at + LengthOf(head) > file.Length)
            return false;
        head.Write(chunk);
        sum.Reset();
        sum.Append(chunk.AsSpan(0, HeadLength));
        file.Position = at + HeadLength;
        for (var left = head.Length; left > 0;)
        {
            var part = chunk.AsSpan(0, Math.Min(left, chunk.Length));
            file.ReadExactly(part);
            sum.Append(part);
            left -= part.Length;
        }

        file.ReadExactly(chunk.AsSpan(0, SumLength));
        return sum.GetCurrentHashAsUInt32() == BinaryPrimitives.ReadUInt32LittleEndian(chunk);
    }

    // A kill leaves the beginning of one entry. What ends before the file does, is followed by another entry, or is whole but
    // for its length, was whole once.
    private bool IsDamaged(in EntryHead head) =>
        (head.Length >= 0 && end + LengthOf(head) < file.Length && !IsEmptyFrom(end))
        || IsFollowedByEntry(end)
        || IsWhole(head with { Length = (int)Math.Min(int.MaxValue, file.Length - end - HeadLength - SumLength) }, end);

    private bool IsFollowedByEntry(long start)
    {
        var buffer = new byte[1 << 16];
        int read;
        for (var from = start + 1; ; from += read - HeadLength + 1)
        {
            file.Position = from;
            read = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            if (read < HeadLength)
                return false;
            for (var at = 0; at + HeadLength <= read; at++)
            {
                var head = EntryHead.Read(buffer.AsSpan(at));
                if (Enum.IsDefined(head.Kind) && IsWhole(head, from + at))
                    return true;
            }
        }
    }

    // Of an entry that was under way when the power went off a file system may leave zeros.
    private bool IsEmptyFrom(long start)
    {
        var buffer = new byte[1 << 16];
        file.Position = start;
        while (file.Read(buffer) is > 0 and var count)
        {
            if (buffer.AsSpan(0, count).ContainsAnyExcept((byte)0))
                return false;
        }

        return true;
    }
}
