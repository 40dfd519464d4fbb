using System.Text;
using System.Text.Json;
using System.Xml;
using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Services.Json;

namespace AwsBatch.Testing.Services.Sqs;

/// <summary>SendMessage, SendMessageBatch.</summary>
internal static class SendMessage
{
    private const int MaxEntries = 10;
    private const int MaxDelay = 900;

    public static void One(JsonCall<EmbeddedSqs> call, Utf8JsonWriter answer) =>
        Write(answer, Send(call.Queue(), call.Parameters));

    public static void Many(JsonCall<EmbeddedSqs> call, Utf8JsonWriter answer)
    {
        var queue = call.Queue();
        var entries = call.Parameters.Structures("Entries");
        CheckBatch(entries);

        var failed = new List<(string Id, AwsError Error)>();
        answer.WriteStartArray("Successful");
        foreach (var entry in entries)
        {
            var id = entry.RequiredText("Id");
            try
            {
                var message = Send(queue, entry);
                answer.WriteStartObject();
                answer.WriteString("Id", id);
                Write(answer, message);
                answer.WriteEndObject();
            }
            catch (AwsErrorException exception)
            {
                failed.Add((id, exception.Error));
            }
        }
        answer.WriteEndArray();
        answer.WriteStartArray("Failed");
        foreach (var (id, error) in failed)
        {
            answer.WriteStartObject();
            answer.WriteString("Id", id);
            answer.WriteString("Code", error.Code);
            answer.WriteString("Message", error.Message);
            answer.WriteBoolean("SenderFault", true);
            answer.WriteEndObject();
        }
        answer.WriteEndArray();
    }

    private static void CheckBatch(List<JsonParameters> entries)
    {
        if (entries.Count == 0)
            throw SqsErrors.EmptyBatchRequest();
        if (entries.Count > MaxEntries)
            throw SqsErrors.TooManyEntries(entries.Count);
        var ids = entries.ConvertAll(entry => entry.RequiredText("Id"));
        if (ids.GroupBy(id => id).FirstOrDefault(group => group.Count() > 1) is { } repeated)
            throw SqsErrors.EntryIdsNotDistinct(repeated.Key);
        // Ids are made of what queues' names are made of, and are as long.
        if (!ids.TrueForAll(EmbeddedSqs.IsValidName))
            throw SqsErrors.InvalidBatchEntryId();
        var length = entries.Sum(entry => Encoding.UTF8.GetByteCount(entry.Text("MessageBody") ?? ""));
        if (length > QueueMessage.MaxBytes)
            throw SqsErrors.BatchRequestTooLong(length);
    }

    private static QueueMessage Send(Queue queue, JsonParameters parameters)
    {
        parameters.Refuse("MessageSystemAttributes", "MessageGroupId", "MessageDeduplicationId");
        var body = parameters.RequiredText("MessageBody");
        if (body.Length == 0)
            throw SqsErrors.MissingParameter("MessageBody");
        // The characters are XML's, which SQS was spoken in first.
        if (!body.All(character => XmlConvert.IsXmlChar(character) || char.IsSurrogate(character)))
            throw SqsErrors.InvalidMessageContents();
        var attributes = new MessageAttributes(parameters.Map("MessageAttributes"));
        var most = queue.Settings.MaximumMessageSize;
        if (Encoding.UTF8.GetByteCount(body) + attributes.Size > most)
            throw SqsErrors.InvalidParameterValue("MessageBody", "(too long)", $"Message must be shorter than {most} bytes");
        return queue.Send(body, attributes, parameters.Number("DelaySeconds", 0, MaxDelay));
    }

    private static void Write(Utf8JsonWriter json, QueueMessage message)
    {
        json.WriteString("MessageId", message.Id);
        json.WriteString("MD5OfMessageBody", message.BodyMd5);
        if (message.Attributes.Md5 is { } md5)
            json.WriteString("MD5OfMessageAttributes", md5);
    }
}
