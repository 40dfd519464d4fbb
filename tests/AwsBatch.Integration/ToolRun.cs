using System.Diagnostics;
using System.Text.Json;

namespace AwsBatch.Specification;

/// <summary>One run of <c>awsbatch</c>, as a process of its own: what it answered, by the requests' ids.</summary>
public sealed record ToolRun(int ExitCode, string Complaints, IReadOnlyList<JsonElement> Records)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // The tool's own output, beside which lie its own dependencies and no test's.
    private static readonly string Program = Path.Combine(
        AppContext.BaseDirectory.Replace(Path.Combine("tests", "AwsBatch.Integration"), Path.Combine("src", "AwsBatch.Cli"), StringComparison.Ordinal),
        "AwsBatch.Cli.dll");

    /// <summary>The record of a request.</summary>
    public JsonElement this[string id] => Records.Single(record => record.GetProperty("id").GetString() == id);

    /// <summary>What a request was answered; it must have succeeded.</summary>
    public JsonElement Result(string id)
    {
        Assert.Equal(JsonValueKind.Null, this[id].GetProperty("error").ValueKind);
        return this[id].GetProperty("result");
    }

    /// <summary>Why a request failed; it must have.</summary>
    public string Error(string id) => this[id].GetProperty("error").GetString()!;

    public static async Task<ToolRun> StartAsync(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE",
                ["AWS_SECRET_ACCESS_KEY"] = "not-a-real-secret",
                ["AWS_EC2_METADATA_DISABLED"] = "true",
                ["HOME"] = directory,
                ["XDG_STATE_HOME"] = Path.Combine(directory, "state"),
            },
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var complaints = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            process.Kill();
            throw;
        }

        JsonElement[] records = [.. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonElement.Parse(line))];
        return new ToolRun(process.ExitCode, await complaints, records);
    }
}
