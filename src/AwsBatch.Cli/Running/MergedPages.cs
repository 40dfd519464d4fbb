using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using AwsBatch.Cli.Output;
using AwsBatch.Generators.Services;

namespace AwsBatch.Cli.Running;

/// <summary>
/// Pages as one answer, merged as the AWS CLI does: lists go on, those in a map too; counts add up; whether more follows the
/// last page says; the rest is the first page's.
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
            WriteMembers(writer, pages, leftOut);
        return buffer.WrittenMemory;
    }

    private static void WriteMembers(Utf8JsonWriter writer, IReadOnlyList<JsonElement> parts, IReadOnlySet<string> leftOut)
    {
        writer.WriteStartObject();
        foreach (var name in parts.SelectMany(static part => part.EnumerateObject(), static (_, member) => member.Name).Distinct(StringComparer.Ordinal))
        {
            if (!leftOut.Contains(name))
                WriteMember(writer, name, parts);
        }

        writer.WriteEndObject();
    }

    private static void WriteMember(Utf8JsonWriter writer, string name, IReadOnlyList<JsonElement> parts)
    {
        List<JsonElement> values = [.. parts.Where(part => part.TryGetProperty(name, out _)).Select(part => part.GetProperty(name))];
        if (values.TrueForAll(static value => value.ValueKind == JsonValueKind.Array))
        {
            writer.WriteStartArray(name);
            foreach (var element in values.SelectMany(static value => value.EnumerateArray()))
                element.WriteTo(writer);
            writer.WriteEndArray();
        }
        else if (values.TrueForAll(HasListsAlone))
        {
            writer.WritePropertyName(name);
            WriteMembers(writer, values, FrozenSet<string>.Empty);
        }
        else if (Counts.Contains(name) && values.TrueForAll(static value => value.ValueKind == JsonValueKind.Number))
        {
            writer.WriteNumber(name, values.Sum(static value => value.GetInt64()));
        }
        else if (PageTokens.FindMoreFlag([name]) is not null)
        {
            Write(writer, name, values[^1]);
        }
        else if (parts[0].TryGetProperty(name, out var first))
        {
            Write(writer, name, first);
        }
    }

    // DynamoDB's BatchGetItem answers with a list for each table.
    private static bool HasListsAlone(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(static member => member.Value.ValueKind == JsonValueKind.Array);

    private static void Write(Utf8JsonWriter writer, string name, JsonElement value)
    {
        writer.WritePropertyName(name);
        value.WriteTo(writer);
    }
}
