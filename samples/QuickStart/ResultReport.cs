using System.Globalization;
using AwsBatch;
using Spectre.Console;

namespace QuickStart;

/// <summary>The end of a batch, to be read: a table by operation, the failed items, the summary.</summary>
internal static class ResultReport
{
    public static void Print(BatchResult results)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("operation");
        foreach (var column in new[] { "count", "errors", "sent", "p50 ms", "p95 ms", "calls/s" })
            table.AddColumn(new TableColumn(column).RightAligned());

        foreach (var operation in results.GroupBy(item => $"{item.Service}:{item.Operation}").OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            // Requests that ask the same were answered by one of them, in no time of their own.
            double[] durations = [.. operation.Where(item => item.Attempts > 0).Select(item => item.Duration.TotalMilliseconds).Order()];
            var count = operation.Count();
            table.AddRow(
                operation.Key,
                Number(count),
                Number(operation.Count(item => !item.IsSuccess)),
                Number(durations.Length),
                Number(Percentile(durations, 0.50)),
                Number(Percentile(durations, 0.95)),
                Number(count / results.Summary.WallTime.TotalSeconds));
        }

        AnsiConsole.Write(table);
        foreach (var item in results.Failed)
            Console.WriteLine($"#{item.Index}: {item.Error}");
        Console.WriteLine($"{results.Summary}.");
    }

    // Nearest rank: the smallest value that so large a part of all does not exceed.
    private static double Percentile(double[] sorted, double part) =>
        sorted.Length == 0 ? 0 : sorted[(int)Math.Ceiling(part * sorted.Length) - 1];

    private static string Number(double value) => value.ToString(value < 100 && value % 1 != 0 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
