using System.Runtime.InteropServices;

namespace AwsBatch.Cli.Running;

/// <summary>
/// What the terminal, or who ends the process, wants: the first time to end when what is in flight has ended, the second time
/// at once, the third time whatever still hangs, such as an output that nobody reads.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource cancel = new();
    private readonly PosixSignalRegistration[] registrations;
    private int signals;

    public Interruption()
    {
        registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Handle(signal, AwsBatch.Cli.ExitCode.Interrupted)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Handle(signal, AwsBatch.Cli.ExitCode.Terminated)),
        ];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Stop => stop.Token;

    /// <summary>Cancelled by the second.</summary>
    public CancellationToken Cancel => cancel.Token;

    /// <summary>What the exit says of the signal; null without one.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>Does what may take as long as others like, such as to ask or to open a pipe. The first signal leaves it behind.</summary>
    /// <exception cref="OperationCanceledException">The signal came before it was done.</exception>
    public Task<T> WaitForAsync<T>(Func<T> blocking) => Task.Run(blocking, CancellationToken.None).WaitAsync(Stop);

    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
        stop.Dispose();
        cancel.Dispose();
    }

    private void Handle(PosixSignalContext signal, int exitCode)
    {
        // Not cancelled, it ends the process.
        signal.Cancel = Interlocked.Increment(ref signals) < 3;
        if (!signal.Cancel)
            return;
        if (ExitCode is not null)
            cancel.Cancel();
        ExitCode ??= exitCode;
        stop.Cancel();
    }
}
