namespace AwsBatch.Cli.Commands;

/// <summary>The files a run names are different ones: to write one would destroy the other.</summary>
internal static class DistinctFiles
{
    private static readonly StringComparison Comparison =
        OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <param name="files">What each is to the run, and its path; null if there is none.</param>
    /// <exception cref="UsageException">Two of them are one.</exception>
    public static void Check(params ReadOnlySpan<(string Role, string? Path)> files)
    {
        var known = new List<(string Role, string Place)>();
        foreach (var (role, path) in files)
        {
            if (PlaceOf(path) is not { } place)
                continue;
            if (known.Find(other => other.Place.Equals(place, Comparison)).Role is { } other)
                throw new UsageException($"{role} '{path}' is the same file as {other}: name another one, nothing was run or written.");
            known.Add((role, place));
        }
    }

    // Of a device there is nothing to destroy; a text that is no path is refused by who opens it.
    private static string? PlaceOf(string? path)
    {
        if (string.IsNullOrEmpty(path) || path.Contains('\0', StringComparison.Ordinal))
            return null;
        var place = RealPath.Of(path);
        return RealPath.IsDevice(place) ? null : place;
    }
}
