using System.Text.Json;
using AwsBatch.Testing.Services.Json;

namespace AwsBatch.Testing.Services.DynamoDb;

/// <summary>PutItem, GetItem, DeleteItem.</summary>
internal static class Items
{
    private const string AllOld = "ALL_OLD";

    public static void Put(JsonCall<EmbeddedDynamoDb> call, Utf8JsonWriter answer)
    {
        RefuseConditions(call.Parameters);
        var replaced = call.Table().Put(call.Parameters.RequiredMap("Item"));
        WriteOld(call.Parameters, answer, replaced);
    }

    public static void Get(JsonCall<EmbeddedDynamoDb> call, Utf8JsonWriter answer)
    {
        call.Parameters.Refuse("ProjectionExpression", "AttributesToGet");
        answer.WriteItem("Item", call.Table().Get(call.Parameters.RequiredMap("Key")));
    }

    public static void Delete(JsonCall<EmbeddedDynamoDb> call, Utf8JsonWriter answer)
    {
        RefuseConditions(call.Parameters);
        var removed = call.Table().Remove(call.Parameters.RequiredMap("Key"));
        WriteOld(call.Parameters, answer, removed);
    }

    private static void RefuseConditions(JsonParameters parameters) => parameters.Refuse("ConditionExpression", "Expected");

    private static void WriteOld(JsonParameters parameters, Utf8JsonWriter answer, JsonElement? old)
    {
        if (parameters.OneOf("ReturnValues", "NONE", AllOld) == AllOld)
            answer.WriteItem("Attributes", old);
    }
}
