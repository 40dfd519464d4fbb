using System.Security.Cryptography;
using System.Text;

namespace AwsBatch.Testing.Services.Sqs;

/// <summary>A message of a queue; what changes of it is guarded by the queue.</summary>
internal sealed class QueueMessage(string body, MessageAttributes attributes, DateTimeOffset sent, DateTimeOffset visible)
{
    /// <summary>Of a body, and of all bodies of a batch.</summary>
    public const int MaxBytes = 1024 * 1024;

    public string Id { get; } = Guid.NewGuid().ToString();

    public string Body => body;

    public MessageAttributes Attributes => attributes;

    public DateTimeOffset Sent => sent;

    public string BodyMd5 { get; } = Md5(body);

    /// <summary>From when on it may be received.</summary>
    public DateTimeOffset Visible { get; set; } = visible;

    public DateTimeOffset? FirstReceived { get; set; }

    public int ReceiveCount { get; set; }

    private static string Md5(string body)
    {
#pragma warning disable CA5351 // The protocol's checksum
        return Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(body)));
#pragma warning restore CA5351
    }
}

/// <summary>A message as it was received: how often before, and by which handle it is deleted.</summary>
internal sealed record ReceivedMessage(QueueMessage Message, string ReceiptHandle, int ReceiveCount, DateTimeOffset FirstReceived);
