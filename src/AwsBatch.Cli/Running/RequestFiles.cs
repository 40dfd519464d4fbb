using System.IO.Hashing;
using System.Runtime.InteropServices;
using AwsBatch.Cli.Input;

namespace AwsBatch.Cli.Running;

/// <summary>
/// The files that the requests of an input read and write. None is written that another one reads or writes: which of them
/// came last nobody could tell. A place takes up a few bytes, whatever its path.
/// </summary>
internal sealed class RequestFiles(RequestFactory requests, DistinctFiles files)
{
    private readonly Dictionary<UInt128, (RequestEntry.Place By, bool IsWritten)> uses = [];

    /// <summary>Takes note of a request's files.</summary>
    /// <returns>Why it must not be sent; null if it may.</returns>
    public string? Add(RequestEntry entry)
    {
        if (entry.Mistake is not null)
            return null;

        string? clash = null;
        foreach (var path in requests.FilesReadBy(entry))
            clash ??= AddRead(entry, path);
        return entry.OutputFile is { } file ? clash ?? AddWritten(entry, file) : clash;
    }

    private string? AddRead(RequestEntry entry, string path)
    {
        if (DistinctFiles.PlaceOf(path) is not { } place)
            return null;
        if (files.WriterOf(place) is { } role)
            return $"the file '{path}' that it reads is the same file as {role}, which is written anew; name another one.";
        if (!uses.TryAdd(KeyOf(place), (entry.At, IsWritten: false)) && uses[KeyOf(place)] is (var other, IsWritten: true))
            return $"the file '{path}' that it reads is the \"@out\" of the request on {other}, whose answer would replace it; name another one.";
        return null;
    }

    private string? AddWritten(RequestEntry entry, string path)
    {
        if (DistinctFiles.PlaceOf(path) is not { } place || uses.TryAdd(KeyOf(place), (entry.At, IsWritten: true)))
            return null;
        return uses[KeyOf(place)] is (var other, var isWritten) && isWritten
            ? $"\"@out\" '{path}' is the same file as that of the request on {other}: one answer would replace the other; name another one."
            : $"\"@out\" '{path}' is the file that the request on {other} reads, which the answer would replace; name another one.";
    }

    private static UInt128 KeyOf(string place) =>
        XxHash128.HashToUInt128(MemoryMarshal.AsBytes((DistinctFiles.IsCaseSensitive ? place : place.ToUpperInvariant()).AsSpan()));
}
