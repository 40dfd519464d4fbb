using LambdaSdk.Tests.Emulator;

namespace AwsBatch.Specification;

/// <summary>
/// The files of <c>Requests</c>, run one after the other against the emulator: created, filled, tagged, looked at, deleted. What a file needs
/// of an earlier one's output stands in it as <c>${name}</c>, and is filled in as a user's script would.
/// </summary>
public sealed class RequestFiles : IAsyncLifetime
{
    private readonly MotoServer moto = new();
    private readonly Dictionary<string, string> names = [];

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("awsbatch-").FullName;

    public ToolRun Created { get; private set; } = null!;

    public ToolRun Filled { get; private set; } = null!;

    public ToolRun Tagged { get; private set; } = null!;

    public ToolRun Seen { get; private set; } = null!;

    public ToolRun Deleted { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await moto.InitializeAsync();
        if (MotoServer.Executable is null)
            return;

        names["endpoint"] = moto.Url;
        Created = await RunAsync("1-create.ndjson");
        names["vpc"] = Created.Result("vpc").GetProperty("Vpc").GetProperty("VpcId").GetString()!;
        names["instance"] = Created.Result("instances").GetProperty("Instances")[0].GetProperty("InstanceId").GetString()!;
        Filled = await RunAsync("2-fill.ndjson");
        Tagged = await RunAsync("3-tag.ndjson");
        Seen = await RunAsync("4-look.ndjson");
        // In this order: an empty bucket can be deleted, another not.
        Deleted = await RunAsync("5-delete.ndjson", "--concurrency", "1");
    }

    public async Task DisposeAsync()
    {
        await moto.DisposeAsync();
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    private async Task<ToolRun> RunAsync(string file, params string[] flags)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Requests", file));
        foreach (var (name, value) in names)
            text = text.Replace($"${{{name}}}", value, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(Directory, file), text);
        // The emulator answers one request at a time, and slowly on a busy machine.
        return await ToolRun.StartAsync(
            Directory, ["run", file, "--endpoint-url", moto.Url, "--region", "us-east-1", "--timeout", "3m", "--yes", .. flags]);
    }
}
