using System.Text.Json;
using AwsBatch.Testing.Services.Json;

namespace AwsBatch.Testing.Services.DynamoDb;

/// <summary>CreateTable, DescribeTable, ListTables, DeleteTable.</summary>
internal static class Tables
{
    private const int MaxPage = 100;

    public static void Create(JsonCall<EmbeddedDynamoDb> call, Utf8JsonWriter answer)
    {
        call.Parameters.Refuse("GlobalSecondaryIndexes", "LocalSecondaryIndexes", "StreamSpecification");
        var name = call.Parameters.RequiredText("TableName");
        if (!EmbeddedDynamoDb.IsValidName(name))
        {
            throw JsonErrors.Validation.Invalid(
                "TableName", name, "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+ and have 3 to 255 characters");
        }
        var table = call.State.TryCreate(name, KeySchemaReader.Read(call.Parameters)) ?? throw DynamoDbErrors.TableExists(name);
        Write(answer, "TableDescription", table, "ACTIVE");
    }

    public static void Describe(JsonCall<EmbeddedDynamoDb> call, Utf8JsonWriter answer) =>
        Write(answer, "Table", call.Table(), "ACTIVE");

    public static void List(JsonCall<EmbeddedDynamoDb> call, Utf8JsonWriter answer)
    {
        var size = call.Parameters.Number("Limit", 1, MaxPage) ?? MaxPage;
        var after = call.Parameters.Text("ExclusiveStartTableName") ?? "";
        var rest = call.State.All.Select(table => table.Name)
            .Where(name => string.CompareOrdinal(name, after) > 0)
            .Order(StringComparer.Ordinal)
            .ToArray();

        answer.WriteStartArray("TableNames");
        foreach (var name in rest.AsSpan(0, Math.Min(size, rest.Length)))
            answer.WriteStringValue(name);
        answer.WriteEndArray();
        if (rest.Length > size)
            answer.WriteString("LastEvaluatedTableName", rest[size - 1]);
    }

    public static void Delete(JsonCall<EmbeddedDynamoDb> call, Utf8JsonWriter answer)
    {
        var table = call.Table();
        call.State.Delete(table);
        Write(answer, "TableDescription", table, "DELETING");
    }

    private static void Write(Utf8JsonWriter json, string member, Table table, string status)
    {
        json.WriteStartObject(member);
        json.WriteString("TableName", table.Name);
        json.WriteString("TableArn", table.Arn);
        json.WriteString("TableStatus", status);
        json.WriteTimestamp("CreationDateTime", table.Created);
        json.WriteNumber("ItemCount", table.Count);
        json.WriteStartArray("AttributeDefinitions");
        foreach (var attribute in table.Schema.Attributes)
            WritePair(json, ("AttributeName", attribute.Name), ("AttributeType", attribute.Type));
        json.WriteEndArray();
        json.WriteStartArray("KeySchema");
        foreach (var attribute in table.Schema.Attributes)
            WritePair(json, ("AttributeName", attribute.Name), ("KeyType", attribute == table.Schema.Partition ? "HASH" : "RANGE"));
        json.WriteEndArray();
        json.WriteStartObject("BillingModeSummary");
        json.WriteString("BillingMode", "PAY_PER_REQUEST");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePair(Utf8JsonWriter json, params ReadOnlySpan<(string Name, string Value)> members)
    {
        json.WriteStartObject();
        foreach (var (name, value) in members)
            json.WriteString(name, value);
        json.WriteEndObject();
    }
}
