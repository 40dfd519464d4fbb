using System.Text.Json;
using AwsBatch.Testing.Services.Json;

namespace AwsBatch.Testing.Services.DynamoDb;

/// <summary>What several operations read and write alike.</summary>
internal static class DynamoDbCalls
{
    /// <exception cref="Protocols.AwsErrorException">ValidationException or ResourceNotFoundException.</exception>
    public static Table Table(this JsonCall<EmbeddedDynamoDb> call) => call.State.Find(call.Parameters.RequiredText("TableName"));

    public static void WriteItem(this Utf8JsonWriter json, string member, JsonElement? item)
    {
        if (item is not { } present)
            return;
        json.WritePropertyName(member);
        present.WriteTo(json);
    }
}
