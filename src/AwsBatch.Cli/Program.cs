using AwsBatch.Cli.Commands;

namespace AwsBatch.Cli;

internal static class Program
{
    private static Task<int> Main(string[] arguments) => CommandLine.InvokeAsync(arguments);
}
