using System.Globalization;
using AwsBatch.Cli.Input;
using AwsBatch.Cli.Observation;
using Spectre.Console;

namespace AwsBatch.Cli.Output;

/// <summary>Shows a run on the terminal while it goes on, and tells the next observer.</summary>
internal sealed class RunProgress(IRunObserver next, int? total, TimeProvider clock) : IRunObserver
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(200);

    private long completed;
    private long failed;
    private BatchProgress latest;

    public void Ended(RequestEntry entry, OperationName name, BatchRequest? sent, in Outcome outcome, string? code)
    {
        Interlocked.Increment(ref completed);
        if (outcome.Error is not null)
            Interlocked.Increment(ref failed);
        next.Ended(entry, name, sent, outcome, code);
    }

    public void Report(BatchProgress value)
    {
        latest = value;
        next.Report(value);
    }

    /// <summary>Shows what goes on until the run has ended.</summary>
    public async Task<T> ShowAsync<T>(Func<Task<T>> run)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new ProgressBarColumn(), new TaskDescriptionColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask("starting", maxValue: total ?? 1);
                bar.IsIndeterminate = total is null;
                var running = run();
                while (!running.IsCompleted)
                {
                    await Task.WhenAny(running, Task.Delay(Refresh, clock)).ConfigureAwait(false);
                    bar.Value = total is null ? 0 : Interlocked.Read(ref completed);
                    bar.Description = Describe();
                }

                return await running.ConfigureAwait(false);
            }).ConfigureAwait(false);
    }

    private string Describe() => Markup.Escape(string.Create(
        CultureInfo.InvariantCulture,
        $"{Interlocked.Read(ref completed):n0}{(total is { } all ? $" of {all:n0}" : "")}, {Interlocked.Read(ref failed):n0} failed, {latest.InFlight} in flight of {latest.Limit}, {latest.Parked} waiting, {latest.Rate:n0}/s"));
}
