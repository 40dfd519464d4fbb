using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AwsBatch.Testing.Services.Sqs;

/// <summary>The attributes that a sender put on a message.</summary>
internal sealed class MessageAttributes
{
    private const int MaxCount = 10;

    private readonly SortedDictionary<string, JsonElement> byName = new(StringComparer.Ordinal);

    /// <param name="json">The request's map of names to DataType and StringValue or BinaryValue; null for none.</param>
    /// <exception cref="Protocols.AwsErrorException">InvalidParameterValue: neither value, or no type.</exception>
    public MessageAttributes(JsonElement? json)
    {
        if (json is not { } map)
            return;
        if (map.GetPropertyCount() is > MaxCount and var count)
            throw SqsErrors.InvalidParameterValue("MessageAttributes", $"({count})", $"A message has at most {MaxCount}");
        foreach (var entry in map.EnumerateObject())
        {
            if (Refusal(entry.Value) is { } refusal)
                throw SqsErrors.InvalidParameterValue("MessageAttributes", entry.Name, refusal);
            byName[entry.Name] = entry.Value;
        }
    }

    /// <summary>The digest that clients verify, or null if there are none.</summary>
    public string? Md5 => byName.Count == 0 ? null : Digest(byName);

    /// <summary>What they add to the message's size, in bytes.</summary>
    public int Size => byName.Sum(
        attribute => Encoding.UTF8.GetByteCount(attribute.Key) + Encoding.UTF8.GetByteCount(Type(attribute.Value)!) + Value(attribute.Value).Length);

    /// <summary>Those of the names a receiver asked for, where <c>All</c> and <c>.*</c> stand for all, and <c>prefix.*</c> for some.</summary>
    public SortedDictionary<string, JsonElement> Select(List<string> names)
    {
        var selected = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (name, value) in byName)
        {
            if (names.Exists(asked => asked is "All" || asked == name || (asked.EndsWith(".*", StringComparison.Ordinal)
                && name.StartsWith(asked[..^2], StringComparison.Ordinal))))
                selected.Add(name, value);
        }
        return selected;
    }

    /// <summary>MD5 over name, type, kind of value and value of each, in order of their names, all but the kind after their length.</summary>
    public static string? Digest(SortedDictionary<string, JsonElement> attributes)
    {
        if (attributes.Count == 0)
            return null;
#pragma warning disable CA5351 // The protocol's checksum
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
#pragma warning restore CA5351
        foreach (var (name, value) in attributes)
        {
            Append(md5, Encoding.UTF8.GetBytes(name));
            Append(md5, Encoding.UTF8.GetBytes(Type(value)!));
            md5.AppendData([IsText(value) ? (byte)1 : (byte)2]);
            Append(md5, Value(value));
        }
        return Convert.ToHexStringLower(md5.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, byte[] bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }

    private static string? Type(JsonElement attribute) =>
        attribute.ValueKind == JsonValueKind.Object && attribute.TryGetProperty("DataType", out var type) ? type.GetString() : null;

    private static string? Refusal(JsonElement attribute)
    {
        if (Type(attribute) is not { Length: > 0 } type)
            return "It must have a DataType";
        var kind = type.Split('.')[0];
        return kind is not ("String" or "Number" or "Binary") ? "The set of supported type prefixes is Binary, Number, and String"
            : !HasValue(attribute) ? "It must have one value, and that not empty"
            : kind == "Number" && !IsNumber(attribute) ? "Its value is no number"
            : null;
    }

    private static bool HasValue(JsonElement attribute) =>
        IsText(attribute) ? attribute.GetProperty("StringValue").GetString()!.Length > 0
        : attribute.TryGetProperty("BinaryValue", out var binary) && binary.TryGetBytesFromBase64(out var bytes) && bytes.Length > 0;

    private static bool IsNumber(JsonElement attribute) =>
        IsText(attribute) && double.TryParse(Value(attribute), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);

    private static bool IsText(JsonElement attribute) =>
        attribute.TryGetProperty("StringValue", out var text) && text.ValueKind == JsonValueKind.String;

    private static byte[] Value(JsonElement attribute) => IsText(attribute)
        ? Encoding.UTF8.GetBytes(attribute.GetProperty("StringValue").GetString()!)
        : attribute.GetProperty("BinaryValue").GetBytesFromBase64();
}
