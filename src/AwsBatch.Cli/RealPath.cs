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

    /// <exception cref="ArgumentException">It is no path.</exception>
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        if (IsDevice(full) || Path.GetDirectoryName(full) is not { } folder)
            return full;
        full = Path.Combine(Of(folder), Path.GetFileName(full));
        try
        {
            return File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
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
