namespace AwsBatch.Cli.Running;

/// <summary>The file of <c>"@out"</c>: what is wrong with it shows before the request is sent.</summary>
internal static class OutputFile
{
    /// <summary>Why an answer cannot go there; null if it can, as far as can be seen.</summary>
    /// <param name="path">As it was given.</param>
    /// <param name="files">The run's own files, which no answer may replace.</param>
    public static string? FindMistake(string path, DistinctFiles files)
    {
        if (path.Length == 0)
            return "\"@out\" is empty; name the file that the answer goes to.";
        if (Directory.Exists(path))
            return $"\"@out\" '{path}' is a directory; name a file in it.";
        var place = RealPath.Of(path);
        if (RealPath.IsDevice(place))
            return $"\"@out\" '{path}' is a device, which the answer would replace; name a regular file.";
        if (files.RoleOf(place) is { } role)
            return $"\"@out\" '{path}' is the same file as {role}, which the answer would replace; name another one.";
        return Directory.Exists(Path.GetDirectoryName(place)) ? null : $"\"@out\" '{path}' is in a directory that does not exist; make it first.";
    }
}
