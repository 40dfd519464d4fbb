using System.Buffers.Binary;

namespace AwsBatch.Cli.Checkpoints;

/// <summary>What comes first in an entry of a checkpoint.</summary>
/// <param name="Kind">What the entry says.</param>
/// <param name="Index">The request's place in the input.</param>
/// <param name="Fingerprint">Of the request, so that another input is noticed.</param>
/// <param name="Length">Of the payload, in bytes.</param>
internal readonly record struct EntryHead(EntryKind Kind, int Index, ulong Fingerprint, int Length)
{
    public void Write(Span<byte> to)
    {
        to[0] = (byte)Kind;
        BinaryPrimitives.WriteInt32LittleEndian(to[1..], Index);
        BinaryPrimitives.WriteUInt64LittleEndian(to[5..], Fingerprint);
        BinaryPrimitives.WriteInt32LittleEndian(to[13..], Length);
    }

    public static EntryHead Read(ReadOnlySpan<byte> from) => new(
        (EntryKind)from[0],
        BinaryPrimitives.ReadInt32LittleEndian(from[1..]),
        BinaryPrimitives.ReadUInt64LittleEndian(from[5..]),
        BinaryPrimitives.ReadInt32LittleEndian(from[13..]));
}

/// <summary>What an entry of a checkpoint says.</summary>
internal enum EntryKind : byte
{
    /// <summary>A request that changes something is about to be sent.</summary>
    Begun = (byte)'b',

    /// <summary>A request succeeded; the payload is its record.</summary>
    Succeeded = (byte)'s',

    /// <summary>A request failed; the payload is its record.</summary>
    Failed = (byte)'f',
}
