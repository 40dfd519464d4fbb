using System.Globalization;
using System.Text.Json;

namespace AwsBatch.Cli.Stats;

/// <summary>
/// The numbers of recent runs, one small file each, so that runs at the same time do not meet. The oldest go when there are
/// too many. Only its owner may read it.
/// </summary>
internal sealed class StatsStore(string directory)
{
    private const int MostRuns = 500;
    private const long LargestFile = 4 << 20;
    private const string Files = "*.json";

    /// <summary>Keeps a run. A store that cannot be written costs the run nothing but its place in it.</summary>
    public void Add(RunStats run)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(directory);
            else
                Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

            // By their names files are in the order of their runs, and no two have the same.
            var name = string.Create(CultureInfo.InvariantCulture, $"{run.EndedAt.UtcDateTime:yyyyMMdd'T'HHmmssfff'Z'}-{Guid.NewGuid():n}");
            var unfinished = Path.Combine(directory, name + ".part");
            File.WriteAllBytes(unfinished, JsonSerializer.SerializeToUtf8Bytes(run, RunStatsJson.Default.RunStats));
            File.Move(unfinished, Path.ChangeExtension(unfinished, ".json"));
            foreach (var old in Directory.GetFiles(directory).Order(StringComparer.Ordinal).SkipLast(MostRuns))
                File.Delete(old);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A home that cannot be written, or another run that tidies up as well.
        }
    }

    /// <summary>The runs that ended since then, in their order.</summary>
    public IEnumerable<RunStats> Read(DateTimeOffset since)
    {
        if (!Directory.Exists(directory))
            yield break;

        foreach (var path in Directory.GetFiles(directory, Files).Order(StringComparer.Ordinal))
        {
            if (ReadFile(path) is { } run && run.EndedAt >= since)
                yield return run;
        }
    }

    /// <summary>Forgets all runs.</summary>
    public void Clear()
    {
        if (!Directory.Exists(directory))
            return;
        foreach (var path in Directory.GetFiles(directory, Files))
            File.Delete(path);
    }

    private static RunStats? ReadFile(string path)
    {
        try
        {
            return new FileInfo(path).Length > LargestFile ? null : JsonSerializer.Deserialize(File.ReadAllBytes(path), RunStatsJson.Default.RunStats);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            // Tidied up meanwhile, or of another version.
            return null;
        }
    }
}
