using System.Diagnostics;
using System.Text.Json;
using AwsBatch.Testing;

namespace AwsBatch.Cli.Tests.Support;

/// <summary>The tool itself, as a process of its own, in a directory and with an environment of its own.</summary>
public sealed class Tool : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The tool's own output, beside which lie its own dependencies and no test's.</summary>
    public static readonly string Program = ProgramBeside(new DirectoryInfo(AppContext.BaseDirectory));

    private Tool(AwsEndpoint? endpoint)
    {
        Home = Directory.CreateTempSubdirectory("awsbatch-").FullName;
        Environment = new(StringComparer.Ordinal)
        {
            ["HOME"] = Home,
            ["XDG_STATE_HOME"] = Path.Combine(Home, "state"),
            ["AWS_EC2_METADATA_DISABLED"] = "true",
            ["DOTNET_TieredPGO"] = "0",
        };
        if (endpoint is null)
            return;

        var keys = endpoint.Credentials.GetCredentials();
        Environment["AWS_ACCESS_KEY_ID"] = keys.AccessKey;
        Environment["AWS_SECRET_ACCESS_KEY"] = keys.SecretKey;
        Environment["AWS_DEFAULT_REGION"] = endpoint.Region;
        Environment["AWS_ENDPOINT_URL"] = endpoint.Url.ToString();
    }

    /// <param name="endpoint">What its environment points to; null: nothing.</param>
    public static Tool For(AwsEndpoint? endpoint) => new(endpoint);

    /// <summary>Where it works and what it calls home.</summary>
    public string Home { get; }

    /// <summary>What its processes have in their environment, and nothing else of AWS.</summary>
    public Dictionary<string, string> Environment { get; }

    public string Write(string name, params string[] lines)
    {
        var path = Path.Combine(Home, name);
        File.WriteAllText(path, string.Concat(lines.Select(static line => line + "\n")));
        return path;
    }

    public Process Start(params string[] arguments) => StartOther("dotnet", [Program, .. arguments]);

    /// <summary>Starts a program that starts the tool.</summary>
    public Process StartOther(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Home,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public Task<ToolResult> RunAsync(params string[] arguments) => RunWithInputAsync("", arguments);

    public async Task<ToolResult> RunWithInputAsync(string input, params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        return await EndAsync(process, output, error);
    }

    public static async Task<ToolResult> EndAsync(Process process, Task<string> output, Task<string> error)
    {
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            process.Kill();
            throw;
        }

        return new ToolResult(process.ExitCode, await output, await error);
    }

    /// <summary>Waits for what another process brings about.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        var started = Stopwatch.GetTimestamp();
        while (!condition())
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
                throw new TimeoutException("What was waited for did not come.");
            await Task.Delay(10);
        }
    }

    /// <summary>Asks a process to end, as Ctrl-C does.</summary>
    public static void Interrupt(Process process) => Signal(process, "INT");

    /// <summary>Sends a process a signal, such as <c>TERM</c>.</summary>
    public static void Signal(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public void Dispose() => Directory.Delete(Home, recursive: true);

    // tests/NAME/bin/CONFIGURATION/FRAMEWORK/
    private static string ProgramBeside(DirectoryInfo tests) => Path.Combine(
        tests.Parent!.Parent!.Parent!.Parent!.Parent!.FullName, "src", "AwsBatch.Cli", "bin", tests.Parent.Name, tests.Name, "AwsBatch.Cli.dll");
}

public sealed record ToolResult(int ExitCode, string Output, string Error)
{
    /// <summary>The records of an ndjson output.</summary>
    public IReadOnlyList<JsonElement> Records => RecordsOf(Output);

    public static IReadOnlyList<JsonElement> RecordsOf(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonElement.Parse(line))];
}
