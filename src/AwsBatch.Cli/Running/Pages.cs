using System.Buffers;
using System.Text.Json;
using AwsBatch.Cli.Output;
using AwsBatch.Dynamic;

namespace AwsBatch.Cli.Running;

/// <summary>
/// The pages of one request, merged into one answer as the AWS CLI does: lists go on, counts add up, the rest is the first
/// page's, and the tokens are left out.
/// </summary>
internal sealed class Pages(AwsOperation operation)
{
    private const string IsTruncated = "IsTruncated";
    private static readonly string[] MoreFollows = [IsTruncated, "Truncated"];
    private static readonly string[] Counts = ["Count", "ScannedCount", "KeyCount"];

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
        var more = MoreFollows.Select(name => page.TryGetProperty(name, out var says) ? says.ValueKind : JsonValueKind.Undefined)
            .FirstOrDefault(static says => says != JsonValueKind.Undefined);
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
        return With(parameters, tokens);
    }

    /// <summary>All pages as one answer.</summary>
    public ReadOnlyMemory<byte> Merge()
    {
        var tokens = operation.PageTokens.Select(static token => token.Response).ToHashSet(StringComparer.Ordinal);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, RecordWriter.Options))
        {
            writer.WriteStartObject();
            foreach (var name in pages.SelectMany(static page => page.EnumerateObject(), static (_, member) => member.Name).Distinct(StringComparer.Ordinal))
            {
                if (!tokens.Contains(name))
                    Write(writer, name);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private void Write(Utf8JsonWriter writer, string name)
    {
        List<JsonElement> values = [.. pages.Where(page => page.TryGetProperty(name, out _)).Select(page => page.GetProperty(name))];
        if (values.TrueForAll(static value => value.ValueKind == JsonValueKind.Array))
        {
            writer.WriteStartArray(name);
            foreach (var element in values.SelectMany(static value => value.EnumerateArray()))
                element.WriteTo(writer);
            writer.WriteEndArray();
        }
        else if (Counts.Contains(name) && values.TrueForAll(static value => value.ValueKind == JsonValueKind.Number))
        {
            writer.WriteNumber(name, values.Sum(static value => value.GetInt64()));
        }
        else if (MoreFollows.Contains(name) || pages[0].TryGetProperty(name, out _))
        {
            writer.WritePropertyName(name);
            (MoreFollows.Contains(name) ? values[^1] : values[0]).WriteTo(writer);
        }
    }

    private static bool IsGiven(JsonElement token) => token.ValueKind switch
    {
        JsonValueKind.String => token.ValueEquals("") is false,
        JsonValueKind.Number => token.GetRawText() != "0",
        JsonValueKind.Object => token.EnumerateObject().Any(),
        _ => false,
    };

    private static JsonElement With(JsonElement parameters, List<(string Request, JsonElement Value)> tokens)
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
