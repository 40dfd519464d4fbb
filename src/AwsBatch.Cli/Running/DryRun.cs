using AwsBatch.Cli.Input;
using AwsBatch.Cli.Output;

namespace AwsBatch.Cli.Running;

/// <summary>A run that sends nothing: a record for each request, with an error where it could not be sent.</summary>
internal static class DryRun
{
    public static async Task<int> ExecuteAsync(IAsyncEnumerable<RequestEntry> entries, RequestFactory requests, RecordSink sink)
    {
        var totals = new RunTotals();
        var changes = 0;
        var counts = new SortedDictionary<OperationName, int>();
        var position = 0L;
        try
        {
            await foreach (var entry in entries.ConfigureAwait(false))
            {
                var made = requests.Make(entry);
                totals.Count(made.Error is null);
                if (made.Error is null)
                {
                    var name = requests.NameOf(entry);
                    counts[name] = counts.GetValueOrDefault(name) + 1;
                    changes += requests.OperationOf(entry)!.IsReadOnly ? 0 : 1;
                }

                sink.Accept(position++, RecordWriter.Write(entry, new Outcome { Error = made.Error }));
            }
        }
        finally
        {
            sink.Complete();
        }

        await Console.Error.WriteLineAsync(
            $"{totals.Succeeded} requests would be sent, {changes} of which may change something; {totals.Failed} would not.{Describe(counts)}")
            .ConfigureAwait(false);
        return totals.Failed > 0 ? ExitCode.SomeFailed : ExitCode.Success;
    }

    private static string Describe(SortedDictionary<OperationName, int> counts) => string.Concat(counts
        .OrderByDescending(static count => count.Value)
        .Select(static count => $"{Environment.NewLine}{count.Value,8}  {count.Key}"));
}
