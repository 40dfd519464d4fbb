using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AwsBatch.Cli.Output;

/// <summary>One line a record, to be read: what was asked, how it ended, how long it took.</summary>
internal sealed class TableFormat : IRecordFormat
{
    private const string Unknown = "?";

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = JsonDepth.Record };

    private bool hasRecords;

    public void Begin(IBufferWriter<byte> output)
    {
    }

    public void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> record)
    {
        if (!hasRecords)
            WriteLine(output, "index", "id", "operation", "ms", "attempts", "outcome");
        hasRecords = true;

        var fields = JsonElement.Parse(record, Options);
        var request = fields.GetProperty(RecordWriter.Request);
        WriteLine(
            output,
            fields.GetProperty(RecordWriter.Index).GetRawText(),
            Text(fields, RecordWriter.Id) ?? "",
            $"{Text(request, "service") ?? Unknown}:{Text(request, "operation") ?? Unknown}",
            fields.GetProperty(RecordWriter.Duration).GetDouble().ToString("0.0", CultureInfo.InvariantCulture),
            fields.GetProperty(RecordWriter.Attempts).GetRawText(),
            Ending(fields));
    }

    public void End(IBufferWriter<byte> output)
    {
    }

    // A run that only checks has neither an answer nor a mistake to tell of.
    private static string Ending(JsonElement record)
    {
        if (record.GetProperty(RecordWriter.Error) is { ValueKind: JsonValueKind.String } error)
            return error.GetString()!;
        return record.GetProperty(RecordWriter.Result).ValueKind == JsonValueKind.Null ? "not sent" : "ok";
    }

    private static string? Text(JsonElement json, string field)
    {
        try
        {
            return json.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a pair of surrogates, escaped: the record's error says so.
            return null;
        }
    }

    // The widths are fixed: a stream of records has no longest one.
    private static void WriteLine(
        IBufferWriter<byte> output, string index, string id, string operation, string milliseconds, string attempts, string outcome) =>
        output.Write(Encoding.UTF8.GetBytes(
            $"{index,8}  {Printable.Escape(id),-12}  {Printable.Escape(operation),-36}  {milliseconds,10}  {attempts,8}  {Printable.Escape(outcome.ReplaceLineEndings(" "))}\n"));
}
