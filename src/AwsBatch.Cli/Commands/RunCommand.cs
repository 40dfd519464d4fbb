using System.CommandLine;
using AwsBatch.Cli.Checkpoints;
using AwsBatch.Cli.Input;
using AwsBatch.Cli.Running;

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
                var file = await RequestInput.OpenAsync(parsed.GetValue(input), TimeProvider.System, interruption.Stop).ConfigureAwait(false);
                return await RunAsync(parsed, file, new RequestFactory(catalog, files), ahead, interruption).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (interruption.ExitCode is not null)
            {
                // While the input was read, with nothing sent yet.
                return interruption.ExitCode.Value;
            }
        }
    }

    private async Task<int> RunAsync(ParseResult parsed, RequestInput file, RequestFactory requests, ServicesAhead ahead, Interruption interruption)
    {
        using var checkpoint = parsed.GetValue(options.Checkpoint) is { } path ? new Checkpoint(path, parsed.GetValue(options.Resume)) : null;
        var entries = new RunEntries(file, read, parsed.GetValue(options.Shard), checkpoint, requests);
        var session = new RunSession(options, parsed, entries, requests, interruption);
        try
        {
            var survey = entries.IsKnown ? await Survey.TakeAsync(entries.ReadUnansweredAsync(interruption.Stop), requests).ConfigureAwait(false) : null;
            if (parsed.GetValue(options.DryRun))
                return await session.DryRunAsync().ConfigureAwait(false);
            if (survey is not null && !parsed.GetValue(options.Yes) && !await interruption.WaitForAsync(() => Confirmation.IsGiven(survey)).ConfigureAwait(false))
                return ErrorText.Write("nothing was sent.", ExitCode.Unusable);
            return await session.SendAsync(ahead, checkpoint, survey?.Count).ConfigureAwait(false);
        }
        catch (InputException exception)
        {
            return ErrorText.Write($"{file.Name}: {exception.Message}", ExitCode.Unusable);
        }
    }

    private DistinctFiles FilesOf(ParseResult parsed) => new(
        (DistinctFiles.Input, RequestInput.FileOf(parsed.GetValue(input))),
        (options.Out.Name, parsed.GetValue(options.Out)),
        (options.Report.Name, parsed.GetValue(options.Report)),
        (options.Checkpoint.Name, parsed.GetValue(options.Checkpoint)));
}
