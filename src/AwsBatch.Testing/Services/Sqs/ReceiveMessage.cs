using System.Globalization;
using System.Text.Json;
using AwsBatch.Testing.Services.Json;

namespace AwsBatch.Testing.Services.Sqs;

internal static class ReceiveMessage
{
    private const int MaxMessages = 10;
    private const int MaxVisibility = 43_200;
    private const int MaxWait = 20;

    public static async ValueTask AnswerAsync(JsonCall<EmbeddedSqs> call, Utf8JsonWriter answer, CancellationToken cancellationToken)
    {
        var (queue, parameters) = (call.Queue(), call.Parameters);
        var count = parameters.Number("MaxNumberOfMessages", 1, MaxMessages) ?? 1;
        var visibility = parameters.Number("VisibilityTimeout", 0, MaxVisibility);
        var wait = parameters.Number("WaitTimeSeconds", 0, MaxWait) ?? queue.Settings.ReceiveWait;
        var messages = await queue
            .ReceiveAsync(count, visibility is { } seconds ? TimeSpan.FromSeconds(seconds) : null, TimeSpan.FromSeconds(wait), cancellationToken)
            .ConfigureAwait(false);
        if (messages.Count == 0)
            return;

        List<string> system = [.. parameters.Texts("AttributeNames"), .. parameters.Texts("MessageSystemAttributeNames")];
        var own = parameters.Texts("MessageAttributeNames");
        answer.WriteStartArray("Messages");
        foreach (var message in messages)
            Write(answer, message, system, own);
        answer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ReceivedMessage received, List<string> system, List<string> own)
    {
        var message = received.Message;
        json.WriteStartObject();
        json.WriteString("MessageId", message.Id);
        json.WriteString("ReceiptHandle", received.ReceiptHandle);
        json.WriteString("Body", message.Body);
        json.WriteString("MD5OfBody", message.BodyMd5);
        WriteSystem(json, received, system);

        var attributes = message.Attributes.Select(own);
        if (MessageAttributes.Digest(attributes) is { } md5)
        {
            json.WriteString("MD5OfMessageAttributes", md5);
            json.WriteStartObject("MessageAttributes");
            foreach (var (name, value) in attributes)
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteSystem(Utf8JsonWriter json, ReceivedMessage received, List<string> names)
    {
        (string Name, long Value)[] attributes =
        [
            ("SentTimestamp", received.Message.Sent.ToUnixTimeMilliseconds()),
            ("ApproximateFirstReceiveTimestamp", received.FirstReceived.ToUnixTimeMilliseconds()),
            ("ApproximateReceiveCount", received.ReceiveCount),
        ];
        var asked = Array.FindAll(attributes, attribute => names.Contains("All") || names.Contains(attribute.Name));
        if (asked.Length == 0)
            return;
        json.WriteStartObject("Attributes");
        foreach (var (name, value) in asked)
            json.WriteString(name, value.ToString(CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }
}
