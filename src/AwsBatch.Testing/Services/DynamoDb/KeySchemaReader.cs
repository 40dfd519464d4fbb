using AwsBatch.Testing.Services.Json;

namespace AwsBatch.Testing.Services.DynamoDb;

/// <summary>Reads the keys of a table to be made: a HASH, and perhaps a RANGE after it. What is no key has no definition.</summary>
internal static class KeySchemaReader
{
    /// <exception cref="Protocols.AwsErrorException">ValidationException.</exception>
    public static KeySchema Read(JsonParameters parameters)
    {
        var types = Definitions(parameters);
        var elements = parameters.Structures("KeySchema");
        if (elements.Count is 0 or > 2)
            throw JsonErrors.Validation.Invalid("KeySchema", $"{elements.Count} elements", "Member must have length between 1 and 2");

        var partition = Key(elements[0], "HASH", types);
        var sort = elements.Count > 1 ? Key(elements[1], "RANGE", types) : null;
        if (sort?.Name == partition.Name)
            throw JsonErrors.ValidationException("Both the Hash Key and the Range Key element in the KeySchema have the same name");
        return types.Count == elements.Count
            ? new(partition, sort)
            : throw JsonErrors.ValidationException(
                "One or more parameter values were invalid: Number of attributes in KeySchema does not exactly match number of attributes defined "
                + "in AttributeDefinitions");
    }

    private static Dictionary<string, string> Definitions(JsonParameters parameters)
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var definition in parameters.Structures("AttributeDefinitions"))
        {
            if (!types.TryAdd(definition.RequiredText("AttributeName"), definition.OneOf("AttributeType", "S", "N", "B")))
                throw JsonErrors.ValidationException("Cannot have two attributes with the same name");
        }
        return types;
    }

    private static KeyAttribute Key(JsonParameters element, string keyType, Dictionary<string, string> types)
    {
        if (element.OneOf("KeyType", "HASH", "RANGE") != keyType)
        {
            throw JsonErrors.ValidationException(
                $"Invalid KeySchema: The {(keyType == "HASH" ? "first" : "second")} KeySchemaElement is not a {keyType} key type");
        }
        var name = element.RequiredText("AttributeName");
        return types.TryGetValue(name, out var type)
            ? new(name, type)
            : throw JsonErrors.ValidationException(
                $"One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [{name}]");
    }
}
