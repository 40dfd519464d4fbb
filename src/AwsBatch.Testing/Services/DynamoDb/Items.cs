using System.Text.Json;
using AwsBatch.Testing.Services.Json;

namespace AwsBatch.Testing.Services.DynamoDb;

/// <summary>PutItem, GetItem, DeleteItem.</summary>
internal static class Items
{
    private const string AllOld = "ALL_OLD";

    public static void Put(JsonCall<EmbeddedDynamoDb> call, Utf8JsonWriter answer)
    {
        var returnsOld = ReturnsOld(call.Parameters);
        var replaced = call.Table().Put(call.Parameters.RequiredMap("Item"));
        if (returnsOld)
            answer.WriteItem("Attributes", replaced);
    }

    public static void Get(JsonCall<EmbeddedDynamoDb> call, Utf8JsonWriter answer)
    {
        call.Parameters.Refuse("ProjectionExpression", "AttributesToGet");
        answer.WriteItem("Item", call.Table().Get(call.Parameters.RequiredMap("Key")));
    }

    public static void Delete(JsonCall<EmbeddedDynamoDb> call, Utf8JsonWriter answer)
    {
        var returnsOld = ReturnsOld(call.Parameters);
        var removed = call.Table().Remove(call.Parameters.RequiredMap("Key"));
        if (returnsOld)
            answer.WriteItem("Attributes", removed);
    }

    // Read before anything is done: what is refused changes nothing.
    private static bool ReturnsOld(JsonParameters parameters)
    {
        parameters.Refuse("ConditionExpression", "Expected");
        return parameters.OneOf("ReturnValues", "NONE", AllOld) == AllOld;
    }
}
