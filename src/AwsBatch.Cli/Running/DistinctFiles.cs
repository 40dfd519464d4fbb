namespace AwsBatch.Cli.Running;

/// <summary>The files that a run reads and writes itself. Each is another one: to write one would destroy the other.</summary>
internal sealed class DistinctFiles
{
    private static readonly StringComparison Comparison =
        OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private readonly List<(string Role, string Place)> known = [];

    /// <param name="files">What each is to the run, and its path; null if there is none.</param>
    /// <exception cref="UsageException">Two of them are one.</exception>
    public DistinctFiles(params ReadOnlySpan<(string Role, string? Path)> files)
    {
        foreach (var (role, path) in files)
        {
            if (PlaceOf(path) is not { } place)
                continue;
            if (RoleOf(place) is { } other)
                throw new UsageException($"{role} '{path}' is the same file as {other}: name another one, nothing was run or written.");
            known.Add((role, place));
        }
    }

    /// <summary>What a file is to the run; null if it is none of its files.</summary>
    /// <param name="place">Where its path leads, as <see cref="RealPath"/> says.</param>
    public string? RoleOf(string place) => known.Find(file => file.Place.Equals(place, Comparison)).Role;

    // Of a device there is nothing to destroy; a text that is no path is refused by who opens it.
    private static string? PlaceOf(string? path)
    {
        if (string.IsNullOrEmpty(path) || path.Contains('\0', StringComparison.Ordinal))
            return null;
        var place = RealPath.Of(path);
        return RealPath.IsDevice(place) ? null : place;
    }
}
