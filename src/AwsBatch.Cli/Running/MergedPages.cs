using System.Buffers;
using System.Text.Json;
using AwsBatch.Cli.Output;
using AwsBatch.Generators.Services;

namespace AwsBatch.Cli.Running;

/// <summary>
/// Pages as one answer, merged as the AWS CLI does: lists go on, counts add up, whether more follows is the last page's to
/// say, and the rest is the first page's.
/// </summary>
internal static class MergedPages
{
    private static readonly string[] Counts = ["Count", "ScannedCount", "KeyCount"];

    /// <param name="pages">In their order.</param>
    /// <param name="leftOut">The members that are left out: the tokens.</param>
    public static ReadOnlyMemory<byte> Write(IReadOnlyList<JsonElement> pages, IReadOnlySet<string> leftOut)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, RecordWriter.Options))
        {
            writer.WriteStartObject();
            foreach (var name in pages.SelectMany(static page => page.EnumerateObject(), static (_, member) => member.Name).Distinct(StringComparer.Ordinal))
            {
                if (!leftOut.Contains(name))
                    Write(writer, name, pages);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<JsonElement> pages)
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
        else if (PageTokens.FindMoreFlag([name]) is not null)
        {
            Write(writer, name, values[^1]);
        }
        else if (pages[0].TryGetProperty(name, out var first))
        {
            Write(writer, name, first);
        }
    }

    private static void Write(Utf8JsonWriter writer, string name, JsonElement value)
    {
        writer.WritePropertyName(name);
        value.WriteTo(writer);
    }
}
