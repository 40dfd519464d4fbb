using System.Globalization;
using System.Text.Json;

namespace AwsBatch.Packaging.Building;

/// <summary>
/// A temporary folder with the packages, packed once, and the consumers, restored against them. Everything is built into
/// it, so that a build of the repository going on at the same time is not disturbed.
/// </summary>
public sealed class Workshop : IAsyncLifetime
{
    private static readonly string[] Packages = ["AwsBatch", "AwsBatch.Testing"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("awsbatch-packaging-");

    // Never seen before, so that no cache can serve an older package.
    private readonly string version = string.Create(CultureInfo.InvariantCulture, $"0.1.0-packed.{Guid.NewGuid():N}");

    private string Consumers => Path.Combine(folder.FullName, "Consumers");

    private string Packed => Path.Combine(Consumers, "packed");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        CopyConsumers();
        foreach (var package in Packages)
            (await DotnetAsync(Repository.Root, Reference.Project, ["pack", $"src/{package}", "--output", Packed])).Clean();
        (await DotnetAsync(Consumers, Reference.Package, ["restore", "Consumers.slnx"])).Clean();
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        foreach (var cached in CachedPackages())
            Directory.Delete(cached, recursive: true);
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    internal string PackagePath(string id) => Path.Combine(Packed, $"{id}.{version}.nupkg");

    /// <summary>Builds a consumer, which has to be restored.</summary>
    internal Task<ProcessResult> BuildAsync(string consumer, Reference reference = Reference.Package, params string[] properties) =>
        DotnetAsync(Consumers, reference, ["build", consumer, "--no-restore", "--configuration", "Release", .. properties]);

    internal Task<ProcessResult> RestoreAsync(string consumer, Reference reference = Reference.Package) =>
        DotnetAsync(Consumers, reference, ["restore", consumer]);

    /// <summary>Runs a consumer that was built.</summary>
    internal Task<ProcessResult> RunAsync(string consumer, Reference reference = Reference.Package) => ChildProcess.RunAsync(
        Path.Combine(Artifacts(reference), "bin", consumer, "release", consumer), [], folder.FullName, new Dictionary<string, string>());

    /// <summary>Publishes a project of the repository and gives the folder it was published to.</summary>
    internal async Task<string> PublishAsync(string project)
    {
        var published = Path.Combine(folder.FullName, "published");
        (await DotnetAsync(Repository.Root, Reference.Project, ["publish", project, "--output", published])).Clean();
        return published;
    }

    /// <summary>Packs a tool, installs it from its package, and gives the path of its command.</summary>
    internal async Task<string> InstallToolAsync(string package, string command)
    {
        (await DotnetAsync(Repository.Root, Reference.Project, ["pack", $"src/{package}", "--output", Packed])).Clean();
        var install = await ChildProcess.RunAsync(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            ["tool", "install", package, "--tool-path", Tools, "--add-source", Packed, "--version", version],
            folder.FullName,
            new Dictionary<string, string>());
        install.Clean();
        return Path.Combine(Tools, command);
    }

    /// <summary>The path of a file that came with the installed tool.</summary>
    internal string FileOfTool(string name) => Directory.EnumerateFiles(Tools, name, SearchOption.AllDirectories).Single();

    internal string Version => version;

    private string Tools => Path.Combine(folder.FullName, "tools");

    // The projects are built once for packing and for those who reference them.
    private string Artifacts(Reference reference) => Path.Combine(folder.FullName, $"by-{reference}");

    private Task<ProcessResult> DotnetAsync(string workingFolder, Reference reference, IEnumerable<string> command) =>
        ChildProcess.RunAsync(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [
                .. command,
                "--artifacts-path", Artifacts(reference),
                "--verbosity", "quiet",
                "--nologo",
                "-tl:off",
                "-nodeReuse:false",
                "-p:UseSharedCompilation=false",
                $"-p:Version={version}",
            ],
            workingFolder,
            new Dictionary<string, string>
            {
                ["AwsBatchAs"] = reference == Reference.Project ? "project" : "package",
                ["AwsBatchRepository"] = Repository.Root,
                ["AwsBatchVersion"] = version,
                ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            });

    private void CopyConsumers()
    {
        var source = Path.Combine(Repository.Root, "tests", "AwsBatch.Packaging", "Consumers");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Consumers, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Directory.CreateDirectory(Packed);
    }

    // The packages folder of the machine is where a restore says it is; its folders are named in lower case.
    private IEnumerable<string> CachedPackages()
    {
        var assets = Path.Combine(Artifacts(Reference.Package), "obj", "App", "project.assets.json");
        if (!File.Exists(assets))
            return [];

        using var restored = JsonDocument.Parse(File.ReadAllBytes(assets));
        var packages = restored.RootElement.GetProperty("project").GetProperty("restore").GetProperty("packagesPath").GetString()!;
        return [.. Packages.Select(package => Path.Combine(packages, package.ToLowerInvariant(), version)).Where(Directory.Exists)];
    }
}
