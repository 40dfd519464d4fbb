using System.Diagnostics;
using AwsBatch.Cli.Input;

namespace AwsBatch.Cli.Tests.Input;

public sealed class RequestInputTests : IDisposable
{
    private readonly string pipe = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(pipe);

    [Fact]
    public async Task A_pipe_that_nobody_writes_to_is_waited_for_until_it_is_called_off()
    {
        using (var made = Process.Start("mkfifo", [pipe]))
            await made.WaitForExitAsync();
        using var stop = new CancellationTokenSource();

        var opening = Task.Run(() => RequestInput.OpenAsync(pipe, TimeProvider.System, stop.Token));
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening.WaitAsync(TimeSpan.FromSeconds(30)));
        // Lets go who still waits.
        await using var writer = File.Open(pipe, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
    }
}
