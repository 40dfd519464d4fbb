using System.Text.Json;

namespace AwsBatch.Cli.Input;

/// <summary>The requests of an input: as they are, or those that failed in an earlier output.</summary>
internal static class RequestEntries
{
    public static async IAsyncEnumerable<RequestEntry> OfInput(IAsyncEnumerable<InputValue> values)
    {
        await foreach (var value in values.ConfigureAwait(false))
            yield return RequestEntry.Read(value);
    }

    /// <summary>Each keeps the place it had.</summary>
    /// <exception cref="MalformedInputException">An object is no record of an earlier output.</exception>
    public static async IAsyncEnumerable<RequestEntry> OfFailed(IAsyncEnumerable<InputValue> records)
    {
        await foreach (var record in records.ConfigureAwait(false))
        {
            if (!record.Json.TryGetProperty(Output.RecordWriter.Request, out var request)
                || request.ValueKind != JsonValueKind.Object
                || !record.Json.TryGetProperty(Output.RecordWriter.Error, out var error)
                || !record.Json.TryGetProperty(Output.RecordWriter.Index, out var index)
                || !index.TryGetInt32(out var place))
            {
                throw new MalformedInputException(
                    record.Line, column: 1, "this is no record of an output: retry takes what run has written, as ndjson or json.");
            }

            if (error.ValueKind == JsonValueKind.String)
                yield return RequestEntry.Read(record with { Index = place, Json = request });
        }
    }
}
