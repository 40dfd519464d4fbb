using System.Diagnostics;

namespace AwsBatch.Benchmarks.Processes;

/// <summary>A program run beside this one: a line to it, a line back. It ends when its standard input does.</summary>
internal sealed class LineProcess : IAsyncDisposable
{
    private readonly Process process;

    private LineProcess(Process process) => this.process = process;

    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public static LineProcess Start(string program, params IEnumerable<string> arguments) =>
        new(Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!);

    public async Task<string> AskAsync(string line, CancellationToken cancellationToken)
    {
        await process.StandardInput.WriteLineAsync(line.AsMemory(), cancellationToken);
        await process.StandardInput.FlushAsync(cancellationToken);
        return await ReadAsync(cancellationToken)
            ?? throw new InvalidOperationException($"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} ended without a reply.");
    }

    /// <summary>The next line, or null if the program has ended.</summary>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken) => await process.StandardOutput.ReadLineAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
