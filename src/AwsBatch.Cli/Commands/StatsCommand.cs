using System.CommandLine;
using AwsBatch.Cli.Output;
using AwsBatch.Cli.Stats;

namespace AwsBatch.Cli.Commands;

/// <summary><c>awsbatch stats</c>: what recent runs have measured, by operation.</summary>
internal static class StatsCommand
{
    public static Command Create()
    {
        var since = new Option<TimeSpan?>("--since")
        {
            Description = "Only runs that ended within that time, such as 1h.",
            HelpName = "TIME",
            CustomParser = static result => ValueTexts.Age(result),
        };
        var operation = new Option<string?>("--operation") { Description = "Only this operation, such as s3:HeadObject or HeadObject.", HelpName = "NAME" };
        var output = RecordFormats.Option(RecordFormats.Table);
        var reset = new Option<bool>("--reset") { Description = "Forgets all runs, after it has shown them." };
        var command = new Command("stats", "Shows what recent runs have measured, by operation.") { since, operation, output, reset };
        command.SetAction(parsed =>
        {
            var store = new StatsStore(StatsDirectory.Path);
            var from = parsed.GetValue(since) is { } time ? TimeProvider.System.GetUtcNow() - time : DateTimeOffset.MinValue;
            var name = parsed.GetValue(operation);
            using var standard = StandardOutput.Open();
            StatsWriter.Write(
                [.. OperationTotal.Of(store.Read(from)).Where(total => name is null || IsMeant(total.Name, name))], parsed.GetValue(output)!, standard);
            if (parsed.GetValue(reset))
                store.Clear();
            return ExitCode.Success;
        });
        return command;
    }

    private static bool IsMeant(OperationName operation, string name) =>
        name.Equals(operation.ToString(), StringComparison.OrdinalIgnoreCase) || name.Equals(operation.Operation, StringComparison.OrdinalIgnoreCase);
}
