using System.Diagnostics;
using System.Text.Json;

namespace AwsBatch.Dynamic.Tests.Conformance;

/// <summary>What the AWS CLI's engine, botocore, sends: asked of it by <c>wire.py</c>.</summary>
internal static class AwsCli
{
    private static readonly Lazy<string?> Absence = new(FindAbsence);

    /// <summary>Why it cannot be asked; null if it can.</summary>
    public static string? WhyAbsent => Absence.Value;

    public static async Task<IReadOnlyList<JsonElement>> AskAsync(params string[] arguments)
    {
        using var process = Start([Path.Combine(AppContext.BaseDirectory, "Conformance", "wire.py"), .. arguments]);
        var errors = process.StandardError.ReadToEndAsync();
        var lines = new List<JsonElement>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            lines.Add(JsonDocument.Parse(line).RootElement);
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return lines;
    }

    private static string? FindAbsence()
    {
        try
        {
            using var process = Start(["-c", "import botocore"]);
            process.WaitForExit();
            return process.ExitCode == 0 ? null : "botocore is not installed (pip install botocore).";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "python3 is not on the PATH.";
        }
    }

    private static Process Start(string[] arguments) => Process.Start(new ProcessStartInfo("python3", arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    })!;
}

/// <summary>A theory skipped where the AWS CLI's engine is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AwsCliTheoryAttribute : TheoryAttribute
{
    public AwsCliTheoryAttribute() => Skip = AwsCli.WhyAbsent!;
}
