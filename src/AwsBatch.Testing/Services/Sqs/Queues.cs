using System.Globalization;
using System.Text.Json;
using AwsBatch.Testing.Services.Json;

namespace AwsBatch.Testing.Services.Sqs;

/// <summary>CreateQueue, ListQueues, GetQueueUrl, GetQueueAttributes, DeleteQueue.</summary>
internal static class Queues
{
    private const int MaxPage = 1000;

    public static void Create(JsonCall<EmbeddedSqs> call, Utf8JsonWriter answer)
    {
        var name = call.Parameters.RequiredText("QueueName");
        if (!EmbeddedSqs.IsValidName(name))
        {
            throw SqsErrors.InvalidParameterValue(
                "QueueName", name, "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        }
        var queue = call.State.GetOrCreate(name, new QueueSettings(call.Parameters.Map("Attributes")));
        answer.WriteString("QueueUrl", call.Url(queue));
    }

    public static void List(JsonCall<EmbeddedSqs> call, Utf8JsonWriter answer)
    {
        var prefix = call.Parameters.Text("QueueNamePrefix") ?? "";
        var size = call.Parameters.Number("MaxResults", 1, MaxPage);
        var after = call.Parameters.Text("NextToken") ?? "";
        var rest = call.State.All
            .Where(queue => queue.Name.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(queue.Name, after) > 0)
            .OrderBy(queue => queue.Name, StringComparer.Ordinal)
            .ToArray();
        var page = rest[..Math.Min(size ?? MaxPage, rest.Length)];

        answer.WriteStartArray("QueueUrls");
        foreach (var queue in page)
            answer.WriteStringValue(call.Url(queue));
        answer.WriteEndArray();
        // Who does not say how many gets no token either.
        if (size is not null && page.Length < rest.Length)
            answer.WriteString("NextToken", page[^1].Name);
    }

    public static void GetUrl(JsonCall<EmbeddedSqs> call, Utf8JsonWriter answer) =>
        answer.WriteString("QueueUrl", call.Url(call.State.Find(call.Parameters.RequiredText("QueueName"))));

    public static void GetAttributes(JsonCall<EmbeddedSqs> call, Utf8JsonWriter answer)
    {
        var queue = call.Queue();
        var names = call.Parameters.Texts("AttributeNames");
        var attributes = Attributes(queue);
        if (names.Find(name => name != "All" && !attributes.ContainsKey(name) && !QueueSettings.IsName(name)) is { } unknown)
            throw SqsErrors.InvalidAttributeName(unknown);
        answer.WriteStartObject("Attributes");
        foreach (var (name, value) in attributes)
        {
            if (names.Contains("All") || names.Contains(name))
                answer.WriteString(name, value);
        }
        answer.WriteEndObject();
    }

    public static void Delete(JsonCall<EmbeddedSqs> call, Utf8JsonWriter answer) => call.State.Delete(call.Queue());

    private static Dictionary<string, string> Attributes(Queue queue)
    {
        var (visible, inFlight, delayed) = queue.Count();
        var created = Text(queue.Created.ToUnixTimeSeconds());
        return new(queue.Settings.Values)
        {
            ["QueueArn"] = queue.Arn,
            ["CreatedTimestamp"] = created,
            ["LastModifiedTimestamp"] = created,
            ["ApproximateNumberOfMessages"] = Text(visible),
            ["ApproximateNumberOfMessagesNotVisible"] = Text(inFlight),
            ["ApproximateNumberOfMessagesDelayed"] = Text(delayed),
        };
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
