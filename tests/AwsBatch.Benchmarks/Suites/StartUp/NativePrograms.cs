using System.Diagnostics;
using System.Reflection;
using AwsBatch.Benchmarks.Measurement;

namespace AwsBatch.Benchmarks.Suites.StartUp;

/// <summary>Programs of tests/StartUp compiled ahead of time, in a temporary folder.</summary>
internal sealed class NativePrograms : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("awsbatch-startup-");

    public async Task<FileInfo> PublishAsync(string program, CancellationToken cancellationToken)
    {
        var root = typeof(NativePrograms).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static metadata => metadata.Key == "RepositoryRoot").Value!;
        await Console.Error.WriteLineAsync($"publishing {program} …");
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                "publish", Path.Combine(root, "tests", "StartUp", program), "-c", "Release", "-p:AheadOfTime=true", "--use-current-runtime",
                "--artifacts-path", Path.Combine(folder.FullName, "artifacts"), "-o", Path.Combine(folder.FullName, program), "-v", "quiet", "--nologo",
            ]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? new FileInfo(Path.Combine(folder.FullName, program, OperatingSystem.IsWindows() ? $"{program}.exe" : program))
            : throw new InvalidMeasurementException($"{program} could not be published: {output}");
    }

    public void Dispose() => folder.Delete(recursive: true);
}
