using System.Text.Json;

namespace AwsBatch.Testing.Services.DynamoDb;

/// <summary>An attribute that a table's items are found by.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">S, N or B.</param>
internal sealed record KeyAttribute(string Name, string Type)
{
    /// <summary>Its value in an item.</summary>
    /// <exception cref="Protocols.AwsErrorException">ValidationException: it is missing, of another type, or empty.</exception>
    public KeyValue Of(JsonElement item)
    {
        if (!item.TryGetProperty(Name, out var value))
            throw DynamoDbErrors.MissingKey(Name);
        var type = AttributeValue.TypeOf(value);
        return type == Type ? Read(value) : throw DynamoDbErrors.KeyType(Name, Type, type);
    }

    /// <summary>A value that a condition compares it with.</summary>
    /// <exception cref="Protocols.AwsErrorException">ValidationException: it is of another type, or empty.</exception>
    public KeyValue Read(JsonElement value) => AttributeValue.TypeOf(value) == Type
        ? Parse(value.GetProperty(Type).GetString()!)
        : throw DynamoDbErrors.KeyCondition($"{Name} is compared with a value that is not of type {Type}");

    private KeyValue Parse(string text) => text.Length > 0 || Type == "N"
        ? KeyValue.Parse(Type, text)
        : throw DynamoDbErrors.EmptyKey(Name, Type == "B" ? "binary" : "string");
}
