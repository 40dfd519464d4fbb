using System.Text.Json;

namespace AwsBatch.Testing.Services.DynamoDb;

/// <summary>A value as DynamoDB writes it, <c>{"S":"text"}</c>.</summary>
internal static class AttributeValue
{
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
