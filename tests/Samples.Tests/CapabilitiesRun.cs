using System.Diagnostics;

namespace Samples.Tests;

/// <summary>What the samples print, all run once as a user runs them.</summary>
public sealed class CapabilitiesRun : IAsyncLifetime
{
    // A guard against a hang, not a wait.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private string output = "";

    /// <summary>The lines below a sample's heading.</summary>
    public string Of(string sample)
    {
        var section = output.Split("\n\n").SingleOrDefault(section => section.StartsWith($"{sample}: ", StringComparison.Ordinal));
        return section ?? throw new InvalidOperationException($"There is no '{sample}' in:\n{output}");
    }

    public async Task InitializeAsync()
    {
        var (exitCode, printed, errors) = await RunAsync();
        output = printed;
        if (exitCode != 0)
            throw new InvalidOperationException($"The samples ended with {exitCode}:\n{printed}\n{errors}");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] names)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Capabilities.dll"), .. names])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var printed = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            process.Kill();
        }

        return (process.ExitCode, await printed, await errors);
    }
}
