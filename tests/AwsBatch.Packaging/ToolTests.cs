using System.Reflection.PortableExecutable;
using AwsBatch.Packaging.Building;

namespace AwsBatch.Packaging;

[Collection(WorkshopCollection.Name)]
public class ToolTests(Workshop workshop)
{
    [Fact]
    public async Task The_tool_installs_from_its_package_and_runs()
    {
        var tool = await workshop.InstallToolAsync("AwsBatch.Cli", "awsbatch");

        Assert.True(IsCompiledAhead(workshop.FileOfTool("AwsBatch.dll")), "the package of this platform was not taken, or is not compiled");
        var version = await ChildProcess.RunAsync(tool, ["--version"], Path.GetTempPath(), new Dictionary<string, string>());
        var services = await ChildProcess.RunAsync(tool, ["services", "lambda"], Path.GetTempPath(), new Dictionary<string, string>());

        Assert.Equal(workshop.Version, version.Clean().Output.Trim());
        Assert.Contains("ListFunctions", services.Clean().Output, StringComparison.Ordinal);
    }

    private static bool IsCompiledAhead(string assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly));
        return image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }
}
