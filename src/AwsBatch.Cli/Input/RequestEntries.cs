using System.Text.Json;
using AwsBatch.Cli.Output;

namespace AwsBatch.Cli.Input;

/// <summary>The requests of an input: as they are, or those that failed in an earlier output.</summary>
internal static class RequestEntries
{
    public static async IAsyncEnumerable<RequestEntry> OfInput(IAsyncEnumerable<InputValue> values)
    {
        await foreach (var value in values.ConfigureAwait(false))
            yield return RequestEntry.Read(value);
    }

    /// <summary>Each keeps the place it had. What succeeded comes along as answered.</summary>
    /// <exception cref="MalformedInputException">An object is no record of an earlier output, or of another output than those before it.</exception>
    public static async IAsyncEnumerable<RequestEntry> OfFailed(IAsyncEnumerable<InputValue> records)
    {
        var places = new IndexSet();
        await foreach (var record in records.ConfigureAwait(false))
        {
            if (Read(record.Json) is not var (index, request, hasFailed))
            {
                throw new MalformedInputException(
                    new(record.Line, Column: 1), "this is no record of an output: retry takes what run has written, as ndjson or json.");
            }

            // What failed in one output may have succeeded in the other.
            if (!places.Add(index))
            {
                throw new MalformedInputException(
                    new(record.Line, Column: 1), $"index {index} is there twice: these are several outputs joined; retry them one by one.");
            }

            yield return RequestEntry.Read(record with { Index = index, Json = request }, isAnswered: !hasFailed);
        }
    }

    // Null if it is no record.
    private static (int Index, JsonElement Request, bool HasFailed)? Read(JsonElement record)
    {
        try
        {
            return record.TryGetProperty(RecordWriter.Request, out var request) && request.ValueKind == JsonValueKind.Object
                && record.TryGetProperty(RecordWriter.Error, out var error)
                && record.TryGetProperty(RecordWriter.Index, out var index) && index.ValueKind == JsonValueKind.Number
                && index.TryGetInt32(out var place) && place >= 0
                    ? (place, request, error.ValueKind == JsonValueKind.String)
                    : null;
        }
        catch (InvalidOperationException)
        {
            // A name has half of a pair of surrogates in it.
            return null;
        }
    }
}
