using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using AwsBatch.Cli.Output;

namespace AwsBatch.Cli.Stats;

/// <summary>Writes operations and their numbers: as JSON, or as a table to be read.</summary>
internal static class StatsWriter
{
    public static void Write(IReadOnlyCollection<OperationTotal> operations, string format, Stream output)
    {
        var buffer = new ArrayBufferWriter<byte>();
        if (format == RecordFormats.Table)
            WriteTable(operations, buffer);
        else
            WriteRecords(operations, RecordFormats.Of(format), buffer);
        output.Write(buffer.WrittenSpan);
    }

    private static void WriteTable(IReadOnlyCollection<OperationTotal> operations, ArrayBufferWriter<byte> output)
    {
        var table = new StringBuilder();
        WriteRow(table, "operation", "runs", "count", "errors", "throttles", "attempts", "dedup", "p50 ms", "p95 ms", "p99 ms", "max ms");
        foreach (var operation in operations)
        {
            WriteRow(
                table, operation.Name.ToString(), Text(operation.Runs), Text(operation.Count), Text(operation.Errors), Text(operation.Throttles),
                Text(operation.Attempts), Text(operation.Deduplicated), Text(operation.Latencies.Percentile(0.50)),
                Text(operation.Latencies.Percentile(0.95)), Text(operation.Latencies.Percentile(0.99)), Text(operation.Latencies.Max));
        }

        output.Write(Encoding.UTF8.GetBytes(table.ToString()));
    }

    private static void WriteRow(StringBuilder table, string name, params ReadOnlySpan<string> cells)
    {
        table.Append(CultureInfo.InvariantCulture, $"{name,-40}");
        foreach (var cell in cells)
            table.Append(CultureInfo.InvariantCulture, $" {cell,10}");
        table.Append('\n');
    }

    private static void WriteRecords(IReadOnlyCollection<OperationTotal> operations, IRecordFormat format, ArrayBufferWriter<byte> output)
    {
        format.Begin(output);
        foreach (var operation in operations)
        {
            var record = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(record, RecordWriter.Options))
                WriteRecord(writer, operation);
            format.Write(output, record.WrittenSpan);
        }

        format.End(output);
    }

    private static void WriteRecord(Utf8JsonWriter writer, OperationTotal operation)
    {
        writer.WriteStartObject();
        writer.WriteString("operation", operation.Name.ToString());
        writer.WriteNumber("runs", operation.Runs);
        writer.WriteNumber("count", operation.Count);
        writer.WriteNumber("errors", operation.Errors);
        writer.WriteNumber("throttles", operation.Throttles);
        writer.WriteNumber("attempts", operation.Attempts);
        writer.WriteNumber("deduplicated", operation.Deduplicated);
        WriteTime(writer, "avg_ms", operation.Latencies.Mean);
        WriteTime(writer, "p50_ms", operation.Latencies.Percentile(0.50));
        WriteTime(writer, "p95_ms", operation.Latencies.Percentile(0.95));
        WriteTime(writer, "p99_ms", operation.Latencies.Percentile(0.99));
        WriteTime(writer, "max_ms", operation.Latencies.Max);
        writer.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter writer, string name, TimeSpan time) =>
        writer.WriteNumber(name, Math.Round(time.TotalMilliseconds, 3));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(TimeSpan time) => time.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);
}
