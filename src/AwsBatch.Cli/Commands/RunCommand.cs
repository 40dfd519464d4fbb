using System.CommandLine;
using AwsBatch.Cli.Checkpoints;
using AwsBatch.Cli.Input;
using AwsBatch.Cli.Observation;
using AwsBatch.Cli.Output;
using AwsBatch.Cli.Report;
using AwsBatch.Cli.Running;
using AwsBatch.Cli.Stats;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Cli.Commands;

/// <summary><c>awsbatch run [FILE|-]</c> and <c>awsbatch retry OUTPUT</c>: the same run of two kinds of input.</summary>
internal sealed class RunCommand
{
    private readonly RunOptions options = new();
    private readonly Argument<string?> input;
    private readonly Func<IAsyncEnumerable<InputValue>, IAsyncEnumerable<RequestEntry>> read;

    private RunCommand(Argument<string?> input, Func<IAsyncEnumerable<InputValue>, IAsyncEnumerable<RequestEntry>> read)
    {
        this.input = input;
        this.read = read;
        input.Validators.Add(static result =>
        {
            if (result.Tokens is [{ Value: ['-', _, ..] and var value }])
                result.AddError($"'{value}' is neither a flag nor a file; see awsbatch run --help.");
        });
    }

    public static Command CreateRun() => new RunCommand(
        new("FILE")
        {
            Description = "A JSON array, or a line of JSON for each request (NDJSON); - or nothing for the standard input.",
            Arity = ArgumentArity.ZeroOrOne,
        },
        RequestEntries.OfInput).Create("run", "Runs requests from a file or a pipe and writes a record for each.");

    public static Command CreateRetry() => new RunCommand(
        new("OUTPUT") { Description = "What an earlier run has written, as ndjson or json; - for the standard input." },
        RequestEntries.OfFailed).Create("retry", "Runs again what failed in an earlier output.");

    private Command Create(string name, string description)
    {
        var command = new Command(name, description) { input };
        options.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var interruption = new Interruption();
        var files = FilesOf(parsed);
        var catalog = options.Target.ReadCatalog(parsed);
        var ahead = options.Target.PrepareServices(parsed, catalog);
        await using (ahead.ConfigureAwait(false))
        {
            try
            {
                return await OpenAndRunAsync(parsed, new RequestFactory(catalog, files), ahead, interruption).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (interruption.ExitCode is not null)
            {
                // While the input was read, with nothing sent yet.
                return interruption.ExitCode.Value;
            }
        }
    }

    private async Task<int> OpenAndRunAsync(ParseResult parsed, RequestFactory requests, ServicesAhead ahead, Interruption interruption)
    {
        var file = await RequestInput.OpenAsync(parsed.GetValue(input), TimeProvider.System, interruption.Stop).ConfigureAwait(false);
        try
        {
            return await RunAsync(parsed, file, requests, ahead, interruption).ConfigureAwait(false);
        }
        catch (InputException exception)
        {
            return ErrorText.Write($"{file.Name}: {exception.Message}", ExitCode.Unusable);
        }
    }

    private DistinctFiles FilesOf(ParseResult parsed) => new(
        ("the input", RequestInput.FileOf(parsed.GetValue(input))),
        (options.Out.Name, parsed.GetValue(options.Out)),
        (options.Report.Name, parsed.GetValue(options.Report)),
        (options.Checkpoint.Name, parsed.GetValue(options.Checkpoint)));

    private async Task<int> RunAsync(ParseResult parsed, RequestInput file, RequestFactory requests, ServicesAhead ahead, Interruption interruption)
    {
        using var checkpoint = parsed.GetValue(options.Checkpoint) is { } path ? new Checkpoint(path, parsed.GetValue(options.Resume)) : null;
        var survey = file.IsKnown
            ? await Survey.TakeAsync(Entries(parsed, file, checkpoint, interruption.Stop).Where(entry => checkpoint?.Knows(entry) != true), requests)
                .ConfigureAwait(false)
            : null;
        if (parsed.GetValue(options.DryRun))
            return await DryRunAsync(parsed, Entries(parsed, file, checkpoint, interruption.Stop), requests, interruption).ConfigureAwait(false);
        if (survey is not null && !parsed.GetValue(options.Yes) && !await interruption.WaitForAsync(() => Confirmation.IsGiven(survey)).ConfigureAwait(false))
            return ErrorText.Write("nothing was sent.", ExitCode.Unusable);

        var page = parsed.GetValue(options.Report);
        using var report = await interruption.WaitForAsync(() => ReportFile.Open(page)).ConfigureAwait(false);
        var services = await ahead.GetAsync().ConfigureAwait(false);
        var recorder = new RunRecorder(services.GetRequiredService<IPerfStats>(), TimeProvider.System);
        var progress = new RunProgress(recorder, survey?.Count, TimeProvider.System);
        var output = await OpenOutputAsync(parsed, interruption).ConfigureAwait(false);
        await using (output.ConfigureAwait(false))
        {
            using var sink = new RecordSink(
                output, RecordFormats.Of(parsed.GetValue(options.Output)!), !parsed.GetValue(options.Unordered), TimeProvider.System);
            var plan = new RunPlan
            {
                Options = options.ReadBatchOptions(parsed),
                AllPages = parsed.GetValue(options.AllPages),
                Checkpoint = checkpoint,
            };
            using var run = new BatchRun(services.GetRequiredService<IAwsBatch>(), requests, sink, plan, progress);
            var entries = Entries(parsed, file, checkpoint, interruption.Stop);
            Func<Task<int>> execute = () => ExecuteAsync(run, sink, entries, file.Name, interruption);
            var exitCode = await (ShowsProgress(parsed) ? progress.ShowAsync(execute) : execute()).ConfigureAwait(false);
            var record = recorder.Finish(GivenSettings.Of(parsed));
            Keep(record);
            return Write(report, record) ? exitCode : Math.Max(exitCode, ExitCode.SomeFailed);
        }
    }

    private static bool Write(ReportFile? report, RunRecord run)
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

    private static void Keep(RunRecord run)
    {
        if (run.Completed > 0)
            new StatsStore(StatsDirectory.Path).Add(RunStats.Of(run));
    }

    private static async Task<int> ExecuteAsync(
        BatchRun run, RecordSink sink, IAsyncEnumerable<RequestEntry> entries, string name, Interruption interruption)
    {
        try
        {
            try
            {
                if (await run.ExecuteAsync(entries, interruption.Stop, interruption.Cancel).ConfigureAwait(false) is { } failure)
                    return ErrorText.Write(failure, ExitCode.BatchFailed);
            }
            catch (InputException exception)
            {
                return ErrorText.Write(
                    $"{name}: {exception.Message} {run.Totals.Completed} requests before it were run.", ExitCode.Unusable);
            }
            finally
            {
                sink.Complete();
            }
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
            return WriteFailed(exception);
        }

        return interruption.ExitCode ?? (run.Totals.Failed > 0 ? ExitCode.SomeFailed : ExitCode.Success);
    }

    private async IAsyncEnumerable<RequestEntry> Entries(
        ParseResult parsed, RequestInput file, Checkpoint? checkpoint,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shard = parsed.GetValue(options.Shard);
        await foreach (var entry in read(file.ReadAsync(cancellationToken)).ConfigureAwait(false))
        {
            if (shard is { } part && !part.Has(entry.Index))
                continue;
            checkpoint?.Check(entry);
            yield return entry;
        }
    }

    private async Task<int> DryRunAsync(ParseResult parsed, IAsyncEnumerable<RequestEntry> entries, RequestFactory requests, Interruption interruption)
    {
        var output = await OpenOutputAsync(parsed, interruption).ConfigureAwait(false);
        await using (output.ConfigureAwait(false))
        {
            using var sink = new RecordSink(output, RecordFormats.Of(parsed.GetValue(options.Output)!), isOrdered: false, TimeProvider.System);
            try
            {
                return await DryRun.ExecuteAsync(entries, requests, sink).ConfigureAwait(false);
            }
            catch (IOException exception)
            {
                return WriteFailed(exception);
            }
        }
    }

    private static int WriteFailed(IOException exception) =>
        ErrorText.Write($"the output cannot be written: {exception.Message}", ExitCode.SomeFailed);

    /// <exception cref="UsageException">The file cannot be written.</exception>
    private async Task<Stream> OpenOutputAsync(ParseResult parsed, Interruption interruption)
    {
        if (parsed.GetValue(options.Out) is not { } path)
            return StandardOutput.Open();
        try
        {
            return await interruption.WaitForAsync(() => new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0))
                .ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"--out '{path}' cannot be written: {exception.Message}");
        }
    }

    // Where records go to the same terminal, they say enough.
    private bool ShowsProgress(ParseResult parsed) =>
        !parsed.GetValue(options.NoProgress)
        && !Console.IsErrorRedirected
        && (Console.IsOutputRedirected || parsed.GetValue(options.Out) is not null);
}
