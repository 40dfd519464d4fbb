using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using AwsBatch.Cli.Input;

namespace AwsBatch.Cli.Output;

/// <summary>Makes the record of a request: <c>{"index","id","request","result","error","duration_ms","attempts","deduplicated"}</c>.</summary>
internal static class RecordWriter
{
    public const string Index = "index";
    public const string Id = "id";
    public const string Request = "request";
    public const string Result = "result";
    public const string Error = "error";
    public const string Duration = "duration_ms";
    public const string Attempts = "attempts";
    public const string Deduplicated = "deduplicated";

    // What comes of a shell goes to a shell: no escapes for HTML.
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static byte[] Write(RequestEntry entry, in Outcome outcome)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteNumber(Index, entry.Index);
            WriteRaw(writer, Id, entry.Id.ValueKind == JsonValueKind.Undefined ? "null"u8 : JsonMarshal.GetRawUtf8Value(entry.Id));
            WriteRaw(writer, Request, JsonMarshal.GetRawUtf8Value(entry.Given));
            WriteRaw(writer, Result, outcome.Result is { } result ? result.Span : "null"u8);
            writer.WriteString(Error, outcome.Error);
            writer.WriteNumber(Duration, Math.Round(outcome.Duration.TotalMilliseconds, 3));
            writer.WriteNumber(Attempts, outcome.Attempts);
            writer.WriteBoolean(Deduplicated, outcome.Deduplicated);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteRaw(Utf8JsonWriter writer, string name, ReadOnlySpan<byte> json)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(CompactJson.Of(json), skipInputValidation: true);
    }
}
