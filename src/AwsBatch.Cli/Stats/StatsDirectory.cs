namespace AwsBatch.Cli.Stats;

/// <summary>Where the platform keeps what a program remembers: on Linux <c>$XDG_STATE_HOME</c>, or <c>~/.local/state</c>.</summary>
internal static class StatsDirectory
{
    public static string Path => System.IO.Path.Combine(State(), "awsbatch", "stats");

    private static string State()
    {
        if (Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } given)
            return given;
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
        if (OperatingSystem.IsWindows())
            return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return OperatingSystem.IsMacOS()
            ? System.IO.Path.Combine(home, "Library", "Application Support")
            : System.IO.Path.Combine(home, ".local", "state");
    }
}
