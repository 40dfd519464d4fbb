using System.CommandLine;
using AwsBatch.Cli.Input;
using AwsBatch.Cli.Running;

namespace AwsBatch.Cli.Commands;

/// <summary><c>awsbatch validate FILE</c>: every mistake that can be found without sending anything.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var input = new Argument<string?>("FILE")
        {
            Description = "What run would take; - or nothing for the standard input.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var target = new TargetOptions();
        var command = new Command("validate", "Checks requests and sends nothing: names, types, required members.") { input, target.SdkDirectory };
        command.SetAction((parsed, cancellationToken) => ValidateAsync(parsed.GetValue(input), target.ReadCatalog(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> ValidateAsync(string? path, Dynamic.AwsServiceCatalog catalog, CancellationToken cancellationToken)
    {
        var file = await RequestInput.OpenAsync(path, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        var requests = new RequestFactory(catalog, new DistinctFiles((DistinctFiles.Input, RequestInput.FileOf(path))));
        var files = requests.TakeFiles();
        var totals = new RunTotals();
        try
        {
            await foreach (var entry in RequestEntries.OfInput(file.ReadAsync(cancellationToken)).ConfigureAwait(false))
            {
                entry.Clash = files.Add(entry);
                var made = requests.Make(entry);
                totals.Count(made.Error is null);
                if (made.Error is { } error)
                    await Console.Out.WriteLineAsync($"{file.Name}: line {entry.Line}: {error.ReplaceLineEndings(" ")}").ConfigureAwait(false);
            }
        }
        catch (InputException exception)
        {
            return ErrorText.Write($"{file.Name}: {exception.Message}", ExitCode.Unusable);
        }

        await Console.Out.WriteLineAsync($"{file.Name}: {Counted.Of(totals.Completed, "request")}, {totals.Failed} with mistakes.").ConfigureAwait(false);
        return totals.Failed > 0 ? ExitCode.SomeFailed : ExitCode.Success;
    }
}
