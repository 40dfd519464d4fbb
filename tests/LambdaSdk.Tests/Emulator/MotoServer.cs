using System.Diagnostics;
using System.Text.RegularExpressions;

namespace LambdaSdk.Tests.Emulator;

/// <summary>The <c>moto_server</c> emulator on a free loopback port, for as long as the tests of a class run.</summary>
public sealed partial class MotoServer : IAsyncLifetime
{
    private readonly TaskCompletionSource<string> url = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? process;

    internal static string? Executable { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "moto_server"))
        .FirstOrDefault(File.Exists);

    internal string Url => url.Task.Result;

    public async Task InitializeAsync()
    {
        if (Executable is null)
            return;

        process = Process.Start(new ProcessStartInfo(Executable, ["-H", "127.0.0.1", "-p", "0"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();

        await url.Task.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System);
    }

    public async Task DisposeAsync()
    {
        if (process is null)
            return;

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    // With port 0 the system chooses, and the server says which: no race for a free port.
    private void Read(string? line)
    {
        if (line is not null && Announcement().Match(line) is { Success: true } match)
            url.TrySetResult(match.Groups["url"].Value);
    }

    [GeneratedRegex(@"Running on (?<url>http://127\.0\.0\.1:\d+)")]
    private static partial Regex Announcement();
}
