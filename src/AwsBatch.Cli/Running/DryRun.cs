using AwsBatch.Cli.Input;
using AwsBatch.Cli.Output;

namespace AwsBatch.Cli.Running;

/// <summary>A run that sends nothing: a record for each request, with an error where it could not be sent.</summary>
internal static class DryRun
{
    public static async Task<int> ExecuteAsync(IAsyncEnumerable<RequestEntry> entries, RequestFactory requests, RecordSink sink)
    {
        var totals = new RunTotals();
        var operations = new OperationTally();
        var position = 0L;
        try
        {
            await foreach (var entry in entries.ConfigureAwait(false))
            {
                var made = requests.Make(entry);
                totals.Count(made.Error is null);
                if (made.Error is null)
                    operations.Add(requests.NameOf(entry), requests.OperationOf(entry)!);
                sink.Accept(position++, RecordWriter.Write(entry, new Outcome { Error = made.Error }));
            }
        }
        finally
        {
            sink.Complete();
        }

        await Console.Error.WriteLineAsync(
            $"{Counted.Of(totals.Succeeded, "request")} would be sent, {operations.Changes} of which may change something; {totals.Failed} would not.{Describe(operations)}")
            .ConfigureAwait(false);
        return totals.Failed > 0 ? ExitCode.SomeFailed : ExitCode.Success;
    }

    private static string Describe(OperationTally operations) =>
        string.Concat(operations.Operations.Select(static operation => $"{Environment.NewLine}{operation.Count,8}  {operation.Name}"));
}
