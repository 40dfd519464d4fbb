using AwsBatch.Cli.Commands;
using AwsBatch.Cli.Running;

namespace AwsBatch.Cli;

internal static class Program
{
    private static Task<int> Main(string[] arguments)
    {
        if (arguments is ["run" or "retry", ..] && !arguments.Contains(RunOptions.DryRunName))
            Rehearsal.Begin();
        return CommandLine.InvokeAsync(arguments);
    }
}
