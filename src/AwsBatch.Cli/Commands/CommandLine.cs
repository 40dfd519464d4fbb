using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using AwsBatch.Cli.Output;

namespace AwsBatch.Cli.Commands;

/// <summary>The tool's commands, and how an invocation of one ends.</summary>
internal static class CommandLine
{
    private const string Examples = """
        Examples:
          awsbatch run requests.ndjson > records.ndjson
          jq -c '.[]' requests.json | awsbatch run --unordered --concurrency 50 | jq .error
          awsbatch run deletes.ndjson --dry-run
          awsbatch run million.ndjson --checkpoint million.log --resume --out records.ndjson
          awsbatch retry records.ndjson
          awsbatch services s3

        A request is a JSON object:
          {"service":"s3","operation":"HeadObject","params":{"Bucket":"logs","Key":"a.txt"},"id":"a","region":"eu-west-1"}

        Exit codes: 0 all succeeded, 1 some failed, 2 bad usage or malformed input, 3 "Batch failed" under --fail-fast,
        130 interrupted, 143 terminated, 141 the output's reader has gone.
        """;

    public static async Task<int> InvokeAsync(string[] arguments)
    {
        // An @ in an argument is no file of arguments.
        var parsed = Create().Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction mistake)
            mistake.ShowHelp = false;
        if (FindMistake(parsed.CommandResult.Command, arguments) is { } wrong)
            return ErrorText.Write(wrong, ExitCode.Unusable);
        try
        {
            // Signals are the commands' own: what is in flight shall end.
            var isMistake = parsed.Action is ParseErrorAction;
            var configuration = new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false };
            if (isMistake)
                configuration.Output = Console.Error;
            var exitCode = await parsed.InvokeAsync(configuration).ConfigureAwait(false);
            return isMistake ? ExitCode.Unusable : exitCode;
        }
        catch (UsageException exception)
        {
            return ErrorText.Write(exception.Message, ExitCode.Unusable);
        }
        catch (IOException exception) when (ClosedPipeException.IsSaidBy(exception))
        {
            return ExitCode.ClosedPipe;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ErrorText.Write(exception.Message, ExitCode.SomeFailed);
        }
    }

    // The parser takes what a flag cannot be for the next argument, such as a file.
    private static string? FindMistake(Command command, string[] arguments)
    {
        var flags = command.Options.OfType<Option<bool>>().ToList();
        foreach (var argument in arguments.TakeWhile(static argument => argument != "--"))
        {
            if (argument.IndexOfAny(['=', ':']) is > 0 and var end
                && flags.Exists(flag => flag.Name == argument[..end] || flag.Aliases.Contains(argument[..end]))
                && !bool.TryParse(argument.AsSpan(end + 1), out _))
                return $"{argument[..end]} '{argument[(end + 1)..]}' is neither true nor false.";
        }

        return null;
    }

    private static RootCommand Create()
    {
        var root = new RootCommand("Runs any list of AWS calls, of any service, from a file or a pipe.")
        {
            RunCommand.CreateRun(),
            RunCommand.CreateRetry(),
            ValidateCommand.Create(),
            StatsCommand.Create(),
            ServicesCommand.Create(),
            EmulatorCommand.Create(),
            CompletionCommand.Create(),
        };
        root.HelpName = "awsbatch";
        foreach (var help in root.Options.OfType<HelpOption>())
            help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    private sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var exitCode = help.Invoke(parseResult);
            if (parseResult.CommandResult.Command is RootCommand or { Name: "run" })
                parseResult.InvocationConfiguration.Output.WriteLine(Examples);
            return exitCode;
        }
    }
}
