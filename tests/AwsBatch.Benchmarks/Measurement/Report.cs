using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace AwsBatch.Benchmarks.Measurement;

/// <summary>Shows rows to a person, a line for each case and subject, and writes them for a program.</summary>
internal static class Report
{
    public static void Print(IReadOnlyList<Row> rows)
    {
        string[] metrics = [.. rows.Select(row => row.Metric).Distinct()];
        var table = new Table().Border(TableBorder.Simple).AddColumns("case", "subject");
        foreach (var metric in metrics)
            table.AddColumn(new TableColumn(metric).RightAligned());

        foreach (var line in rows.GroupBy(row => (row.Case, row.Subject)))
        {
            table.AddRow(
            [
                line.Key.Case,
                line.Key.Subject,
                .. metrics.Select(metric => line.FirstOrDefault(row => row.Metric == metric) is { } row
                    ? row.Value.ToString(Math.Abs(row.Value) < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture)
                    : "–"),
            ]);
        }

        // A table in a file has no terminal to fit.
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = 400;
        AnsiConsole.Write(table);
    }

    public static void Write(IReadOnlyList<Row> rows, FileInfo file) =>
        File.WriteAllText(file.FullName, JsonSerializer.Serialize(rows, RowsJson.Default.IReadOnlyListRow));
}

[JsonSerializable(typeof(IReadOnlyList<Row>))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
internal sealed partial class RowsJson : JsonSerializerContext;
