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
        // Cases that were measured by the same figures share a table.
        foreach (var table in rows.GroupBy(static row => row.Case).GroupBy(static @case => string.Join(' ', MetricsOf(@case))))
            Print([.. table.SelectMany(static @case => @case)], MetricsOf(table.First()));
    }

    public static void Print(IReadOnlyList<Gate> gates)
    {
        if (gates.Count == 0)
            return;

        var table = new Table().Border(TableBorder.Simple)
            .AddColumns("case", "gate")
            .AddColumn(new TableColumn("figure").RightAligned())
            .AddColumn(new TableColumn("bound").RightAligned())
            .AddColumn("");
        foreach (var gate in gates)
        {
            table.AddRow(
                gate.Case,
                gate.What,
                gate.Value is { } value ? Number(value) : "no figure",
                $"{(gate.Sense == Sense.AtLeast ? "≥" : "≤")} {Number(gate.Bound)}",
                gate.IsMet ? "met" : "NOT met");
        }

        Write(table);
    }

    public static void Write(IReadOnlyList<Row> rows, FileInfo file) =>
        File.WriteAllText(file.FullName, JsonSerializer.Serialize(rows, RowsJson.Default.IReadOnlyListRow));

    private static void Print(IReadOnlyList<Row> rows, IReadOnlyList<string> metrics)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("case", "subject");
        foreach (var metric in metrics)
            table.AddColumn(new TableColumn(metric).RightAligned());

        foreach (var line in rows.GroupBy(row => (row.Case, row.Subject)))
        {
            var figures = line.ToDictionary(row => row.Metric, row => row.Value);
            table.AddRow([line.Key.Case, line.Key.Subject, .. metrics.Select(metric => Cell(figures, metric))]);
        }

        Write(table);
    }

    private static IReadOnlyList<string> MetricsOf(IEnumerable<Row> @case) =>
        [.. @case.Select(static row => row.Metric).Distinct().Where(static metric => !IsExtreme(metric))];

    private static bool IsExtreme(string metric) =>
        metric.EndsWith(Spread.Min, StringComparison.Ordinal) || metric.EndsWith(Spread.Max, StringComparison.Ordinal);

    private static string Cell(Dictionary<string, double> figures, string metric)
    {
        if (!figures.TryGetValue(metric, out var value))
            return "–";
        return figures.TryGetValue(metric + Spread.Min, out var min) && figures.TryGetValue(metric + Spread.Max, out var max)
            ? $"{Number(value)} ({Number(min)}–{Number(max)})"
            : Number(value);
    }

    private static string Number(double value) => value.ToString(Math.Abs(value) < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);

    private static void Write(Table table)
    {
        // A table in a file has no terminal to fit.
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = 400;
        AnsiConsole.Write(table);
    }
}

[JsonSerializable(typeof(IReadOnlyList<Row>))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
internal sealed partial class RowsJson : JsonSerializerContext;
