using System.Text;
using System.Text.Json;

namespace AwsBatch.Testing.Services.DynamoDb;

/// <summary>A value as DynamoDB writes it, <c>{"S":"text"}</c>.</summary>
internal static class AttributeValue
{
    private const int MaxDepth = 32;

    private static readonly (string Type, JsonValueKind[] Kinds)[] Types =
    [
        ("S", [JsonValueKind.String]),
        ("N", [JsonValueKind.String]),
        ("B", [JsonValueKind.String]),
        ("SS", [JsonValueKind.Array]),
        ("NS", [JsonValueKind.Array]),
        ("BS", [JsonValueKind.Array]),
        ("M", [JsonValueKind.Object]),
        ("L", [JsonValueKind.Array]),
        ("NULL", [JsonValueKind.True, JsonValueKind.False]),
        ("BOOL", [JsonValueKind.True, JsonValueKind.False]),
    ];

    /// <summary>Looks into a value to its depth.</summary>
    /// <param name="value">The value.</param>
    /// <param name="depth">In how many maps and lists it is.</param>
    /// <exception cref="Protocols.AwsErrorException">ValidationException: not a value that can be stored, or something in it is none.</exception>
    public static void Check(JsonElement value, int depth = 0)
    {
        var type = TypeOf(value);
        var content = value.GetProperty(type);
        switch (type)
        {
            case "M" or "L" when depth == MaxDepth:
                throw DynamoDbErrors.TooDeep();
            case "M":
                foreach (var entry in content.EnumerateObject())
                    Check(entry.Value, depth + 1);
                break;
            case "L":
                foreach (var element in content.EnumerateArray())
                    Check(element, depth + 1);
                break;
            case "NULL" when content.ValueKind == JsonValueKind.False:
                throw DynamoDbErrors.FalseNull();
            case "N":
                Number.Parse(content.GetString()!);
                break;
            case "SS" or "NS" or "BS":
                CheckSet(type, content);
                break;
        }
    }

    /// <summary>How many bytes it counts for, by the service's own rules.</summary>
    public static int Size(JsonElement value)
    {
        const int Collection = 3;
        var type = TypeOf(value);
        var content = value.GetProperty(type);
        return type switch
        {
            "S" or "N" or "B" => Size(type, content.GetString()!),
            "SS" or "NS" or "BS" => content.EnumerateArray().Sum(element => Size(type[..1], element.GetString()!)),
            "M" => Collection + content.GetPropertyCount() + SizeOfMembers(content),
            "L" => Collection + content.GetArrayLength() + content.EnumerateArray().Sum(Size),
            _ => 1,
        };
    }

    /// <summary>Of an item, or what is in a map: the names count too.</summary>
    public static int SizeOfMembers(JsonElement map) =>
        map.EnumerateObject().Sum(member => Encoding.UTF8.GetByteCount(member.Name) + Size(member.Value));

    private static int Size(string type, string text) => type switch
    {
        "N" => ((text.Length + 1) / 2) + 1, // two digits a byte
        "B" => (text.Length * 3 / 4) - text.Count(character => character == '='),
        _ => Encoding.UTF8.GetByteCount(text),
    };

    private static void CheckSet(string type, JsonElement set)
    {
        if (set.GetArrayLength() == 0)
            throw DynamoDbErrors.EmptySet(type switch { "SS" => "string", "NS" => "number", _ => "binary" });
        var seen = new HashSet<KeyValue>();
        foreach (var element in set.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.String)
                throw DynamoDbErrors.NotOneType();
            if (!seen.Add(KeyValue.Parse(type[..1], element.GetString()!)))
                throw DynamoDbErrors.Duplicates(set);
        }
    }

    /// <exception cref="Protocols.AwsErrorException">ValidationException: not exactly one type that DynamoDB has.</exception>
    public static string TypeOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || value.GetPropertyCount() != 1)
            throw DynamoDbErrors.NotOneType();
        var property = value.EnumerateObject().Single();
        foreach (var (type, kinds) in Types)
        {
            if (property.NameEquals(type) && kinds.Contains(property.Value.ValueKind))
                return type;
        }
        throw DynamoDbErrors.NotOneType();
    }
}
