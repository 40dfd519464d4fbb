namespace AwsBatch.Cli;

/// <summary>
/// Where a path leads, links followed: two paths that lead to one place are one file. A descriptor such as /dev/stdout is its
/// own place, whatever file is behind it: others write there too.
/// </summary>
internal static class RealPath
{
    // Shared memory holds files like any others.
    private const string SharedMemory = "/dev/shm/";
    private static readonly string[] PlacesOfDevices = ["/dev/", "/proc/", @"\\.\"];

    // Links that lead in a circle lead nowhere.
    private const int MostLinks = 40;

    /// <exception cref="ArgumentException">It is no path.</exception>
    public static string Of(string path) => Of(path, MostLinks);

    private static string Of(string path, int linksLeft)
    {
        var full = Path.GetFullPath(path);
        if (IsDevice(full) || Path.GetDirectoryName(full) is not { } folder)
            return full;
        full = Path.Combine(Of(folder, linksLeft), Path.GetFileName(full));
        try
        {
            // Where a link leads may have links on the way.
            return linksLeft > 0 && File.ResolveLinkTarget(full, returnFinalTarget: true) is { } target ? Of(target.FullName, linksLeft - 1) : full;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Where nothing is yet, there is no link.
            return full;
        }
    }

    /// <summary>Whether a path is a device or an open descriptor: to be written to, never replaced.</summary>
    public static bool IsDevice(string path) =>
        PlacesOfDevices.Any(place => path.StartsWith(place, StringComparison.Ordinal)) && !path.StartsWith(SharedMemory, StringComparison.Ordinal);
}
