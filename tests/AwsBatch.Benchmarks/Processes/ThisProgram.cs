namespace AwsBatch.Benchmarks.Processes;

/// <summary>This program, to be run once more.</summary>
internal static class ThisProgram
{
    // Not Environment.ProcessPath, which under a test runner is another program.
    public static string Path { get; } =
        System.IO.Path.ChangeExtension(typeof(ThisProgram).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null);
}
