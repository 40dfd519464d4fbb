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
        var entry = new byte[HeadLength + payload.Length + SumLength];
        head.Write(entry);
        payload.CopyTo(entry.AsSpan(HeadLength));
        BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(HeadLength + payload.Length), Crc32.HashToUInt32(entry.AsSpan(0, HeadLength + payload.Length)));
        var at = end;
        try
        {
            RandomAccess.Write(file.SafeFileHandle, entry, at);
        }
        catch (Exception exception) when (FileFailure.Find(exception) is { } failure)
        {
            throw new CheckpointException(path, "written", failure);
        }

        end += entry.Length;
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
        var buffer = new byte[HeadLength];
        while (file.ReadAtLeast(buffer.AsSpan(0, HeadLength), HeadLength, throwOnEndOfStream: false) == HeadLength)
        {
            var head = EntryHead.Read(buffer);
            var entryLength = HeadLength + (long)head.Length + SumLength;
            if (head.Length < 0 || end + entryLength > file.Length)
                break;
            if (buffer.Length < entryLength)
                Array.Resize(ref buffer, (int)entryLength);
            file.ReadExactly(buffer.AsSpan(HeadLength, head.Length + SumLength));
            var summed = HeadLength + head.Length;
            if (Crc32.HashToUInt32(buffer.AsSpan(0, summed)) != BinaryPrimitives.ReadUInt32LittleEndian(buffer.AsSpan(summed)))
            {
                // To drop what follows would send it again, changes too.
                if (end + entryLength < file.Length && !IsEmptyFrom(end))
                    throw new UsageException(
                        $"checkpoint '{path}' is damaged at byte {end} of {file.Length}, so that what is answered after it is not known. "
                        + "Put back a copy of it, or name another file to run all requests anew.");
                break;
            }

            take(head, end + HeadLength);
            end += entryLength;
        }

        file.SetLength(end);
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
