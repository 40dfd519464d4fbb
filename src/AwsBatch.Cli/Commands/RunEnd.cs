using AwsBatch.Cli.Checkpoints;
using AwsBatch.Cli.Input;
using AwsBatch.Cli.Output;
using AwsBatch.Cli.Running;

namespace AwsBatch.Cli.Commands;

/// <summary>How a run ends: executes it, says on the standard error what ended it early, and puts that into its exit code.</summary>
internal static class RunEnd
{
    public static Task<int> TellAsync(BatchRun run, RecordSink sink, RunEntries entries, Interruption interruption) => TellAsync(async () =>
    {
        try
        {
            if (await run.ExecuteAsync(entries.ReadAsync(interruption.Stop), interruption.Stop, interruption.Cancel).ConfigureAwait(false) is { } failure)
                return ErrorText.Write(failure, ExitCode.BatchFailed);
        }
        catch (InputException exception)
        {
            return ErrorText.Write($"{entries.Name}: {exception.Message} {Counted.Of(run.Totals.Completed, "request")} before it {(run.Totals.Completed == 1 ? "was" : "were")} run.", ExitCode.Unusable);
        }
        finally
        {
            sink.Complete();
        }

        return interruption.ExitCode ?? (run.Totals.Failed > 0 ? ExitCode.SomeFailed : ExitCode.Success);
    });

    /// <summary>Of whatever writes records.</summary>
    public static async Task<int> TellAsync(Func<Task<int>> execute)
    {
        try
        {
            return await execute().ConfigureAwait(false);
        }
        catch (ClosedPipeException)
        {
            return ExitCode.ClosedPipe;
        }
        catch (CheckpointException exception)
        {
            return ErrorText.Write(exception.Message, ExitCode.SomeFailed);
        }
        catch (IOException exception)
        {
            return ErrorText.Write($"the output cannot be written: {exception.Message}", ExitCode.SomeFailed);
        }
    }
}
