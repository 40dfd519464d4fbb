namespace AwsBatch.Cli.Running;

/// <summary>The files that a run reads and writes itself. Each is another one: to write one would destroy the other.</summary>
internal sealed class DistinctFiles
{
    /// <summary>What the file is to a run that it reads; all others it writes.</summary>
    public const string Input = "the input";

    private readonly List<(string Role, string Place, FileIdentity? Identity)> known = [];

    public static bool IsCaseSensitive { get; } = OperatingSystem.IsLinux();

    private static StringComparison Comparison => IsCaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

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
            known.Add((role, place, FileIdentity.Of(place)));
        }
    }

    /// <summary>What a file is to the run; null if it is none of its files.</summary>
    /// <param name="place">Where its path leads, as <see cref="RealPath"/> says.</param>
    public string? RoleOf(string place)
    {
        var identity = FileIdentity.Of(place);
        return known.Find(file => file.Place.Equals(place, Comparison) || (identity is not null && file.Identity == identity)).Role;
    }

    /// <summary>What a file is to the run that writes it; null if it writes none there.</summary>
    /// <param name="place">Where its path leads.</param>
    public string? WriterOf(string place) => RoleOf(place) is { } role && role != Input ? role : null;

    /// <summary>Where a path leads; null if there is nothing to destroy, as of a device, or it is no path, which is refused by who opens it.</summary>
    public static string? PlaceOf(string? path)
    {
        if (string.IsNullOrEmpty(path) || path.Contains('\0', StringComparison.Ordinal))
            return null;
        var place = RealPath.Of(path);
        return RealPath.IsDevice(place) ? null : place;
    }
}
