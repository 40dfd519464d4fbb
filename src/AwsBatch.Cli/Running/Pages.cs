using System.Buffers;
using System.Text.Json;
using AwsBatch.Cli.Output;
using AwsBatch.Dynamic;
using AwsBatch.Generators.Services;

namespace AwsBatch.Cli.Running;

/// <summary>The pages of one request so far: from the token of each comes what to ask for the next.</summary>
internal sealed class Pages(AwsOperation operation)
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = JsonDepth.Answer };

    private readonly List<JsonElement> pages = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    public int Count => pages.Count;

    /// <summary>Takes the next page.</summary>
    /// <param name="page">The answer.</param>
    /// <param name="parameters">What the request asked at first.</param>
    /// <returns>What to ask for the page after it; null: it is the last.</returns>
    /// <exception cref="InvalidDataException">More follows, but cannot be asked for.</exception>
    public JsonElement? Add(JsonElement page, JsonElement parameters)
    {
        pages.Add(page);
        var more = PageTokens.FindMoreFlag([.. page.EnumerateObject().Select(static member => member.Name)]) is { } flag
            ? page.GetProperty(flag).ValueKind
            : JsonValueKind.Undefined;
        if (more == JsonValueKind.False)
            return null;

        var tokens = operation.PageTokens
            .Select(token => (token.Request, Value: page.TryGetProperty(token.Response, out var value) ? value : default))
            .Where(static token => IsGiven(token.Value))
            .ToList();
        if (tokens.Count == 0)
        {
            return more == JsonValueKind.True
                ? throw new InvalidDataException("the answer says that more follows, but its token is empty, so that no further page can be asked for")
                : null;
        }

        if (!seen.Add(string.Join('\n', tokens.Select(static token => token.Value.GetRawText()))))
            throw new InvalidDataException("the answer's token is that of a page before, so that no further page can be asked for");
        return WithTokens(parameters, tokens);
    }

    /// <summary>All pages as one answer.</summary>
    public ReadOnlyMemory<byte> Merge() =>
        MergedPages.Write(pages, operation.PageTokens.Select(static token => token.Response).ToHashSet(StringComparer.Ordinal));

    private static bool IsGiven(JsonElement token) => token.ValueKind switch
    {
        JsonValueKind.String => token.ValueEquals("") is false,
        JsonValueKind.Number => token.GetRawText() != "0",
        JsonValueKind.Object => token.EnumerateObject().Any(),
        _ => false,
    };

    private static JsonElement WithTokens(JsonElement parameters, List<(string Request, JsonElement Value)> tokens)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, RecordWriter.Options))
        {
            writer.WriteStartObject();
            if (parameters.ValueKind == JsonValueKind.Object)
            {
                foreach (var given in parameters.EnumerateObject())
                {
                    if (!tokens.Exists(token => token.Request.Equals(given.Name, StringComparison.OrdinalIgnoreCase)))
                        given.WriteTo(writer);
                }
            }

            foreach (var (name, value) in tokens)
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return JsonElement.Parse(buffer.WrittenSpan, Options);
    }
}
