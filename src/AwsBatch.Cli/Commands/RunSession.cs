using System.CommandLine;
using AwsBatch.Cli.Checkpoints;
using AwsBatch.Cli.Observation;
using AwsBatch.Cli.Output;
using AwsBatch.Cli.Report;
using AwsBatch.Cli.Running;
using AwsBatch.Cli.Stats;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Cli.Commands;

/// <summary>Entries run as the command line asks for it: into the output, with progress, a report and statistics.</summary>
internal sealed class RunSession(RunOptions options, ParseResult parsed, RunEntries entries, RequestFactory requests, Interruption interruption)
{
    /// <summary>Says what would be sent.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> DryRunAsync()
    {
        var output = await OpenOutputAsync().ConfigureAwait(false);
        await using (output.ConfigureAwait(false))
        {
            using var sink = SinkOf(output, isOrdered: false);
            return await RunEnd.TellAsync(() => DryRun.ExecuteAsync(entries.ReadUnansweredAsync(interruption.Stop), requests, sink)).ConfigureAwait(false);
        }
    }

    /// <summary>Sends them.</summary>
    /// <param name="ahead">The runtime core.</param>
    /// <param name="checkpoint">What earlier runs have done; null if that is not kept.</param>
    /// <param name="total">How many there are; null if that is not known.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> SendAsync(ServicesAhead ahead, Checkpoint? checkpoint, int? total)
    {
        // All that is written is opened before anything is sent.
        var page = parsed.GetValue(options.Report);
        using var report = await interruption.WaitForAsync(() => ReportFile.Open(page)).ConfigureAwait(false);
        var services = await ahead.GetAsync().ConfigureAwait(false);
        var output = await OpenOutputAsync().ConfigureAwait(false);
        await using (output.ConfigureAwait(false))
        {
            var recorder = new RunRecorder(services.GetRequiredService<IPerfStats>(), TimeProvider.System);
            var progress = new RunProgress(recorder, total, TimeProvider.System);
            using var sink = SinkOf(output, isOrdered: !parsed.GetValue(options.Unordered));
            using var run = new BatchRun(services.GetRequiredService<IAwsBatch>(), requests, sink, PlanOf(checkpoint), progress);
            Func<Task<int>> execute = () => RunEnd.TellAsync(run, sink, entries, interruption);
            var exitCode = await (ShowsProgress() ? progress.ShowAsync(execute) : execute()).ConfigureAwait(false);
            var record = recorder.Finish(GivenSettings.Of(parsed));
            KeepStats(record);
            return WriteReport(report, record) ? exitCode : Math.Max(exitCode, ExitCode.SomeFailed);
        }
    }

    private RunPlan PlanOf(Checkpoint? checkpoint) => new()
    {
        Options = options.ReadBatchOptions(parsed),
        AllPages = parsed.GetValue(options.AllPages),
        Checkpoint = checkpoint,
    };

    private RecordSink SinkOf(Stream output, bool isOrdered) =>
        new(output, RecordFormats.Of(parsed.GetValue(options.Output)!), isOrdered, TimeProvider.System);

    /// <exception cref="UsageException">The file cannot be written.</exception>
    private async Task<Stream> OpenOutputAsync()
    {
        if (parsed.GetValue(options.Out) is not { } path)
            return StandardOutput.Open();
        try
        {
            return await interruption.WaitForAsync(() => new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0))
                .ConfigureAwait(false);
        }
        catch (Exception exception) when (FileFailure.IsOfOpening(exception))
        {
            throw new UsageException($"--out '{path}' cannot be written: {exception.Message}");
        }
    }

    // Where records go to the same terminal, they say enough.
    private bool ShowsProgress() =>
        !parsed.GetValue(options.NoProgress)
        && !Console.IsErrorRedirected
        && (Console.IsOutputRedirected || parsed.GetValue(options.Out) is not null);

    private static void KeepStats(RunRecord run)
    {
        if (run.Completed > 0)
            new StatsStore(StatsDirectory.Path).Add(RunStats.Of(run));
    }

    private static bool WriteReport(ReportFile? report, RunRecord run)
    {
        try
        {
            report?.Write(run);
            return true;
        }
        catch (IOException exception)
        {
            ErrorText.Write($"the report cannot be written: {exception.Message}", ExitCode.SomeFailed);
            return false;
        }
    }
}
