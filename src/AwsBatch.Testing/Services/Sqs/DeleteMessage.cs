using System.Text.Json;
using AwsBatch.Testing.Services.Json;

namespace AwsBatch.Testing.Services.Sqs;

internal static class DeleteMessage
{
    public static void Answer(JsonCall<EmbeddedSqs> call, Utf8JsonWriter answer) =>
        call.Queue().Delete(call.Parameters.RequiredText("ReceiptHandle"));
}
