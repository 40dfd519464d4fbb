using System.Globalization;
using System.Text;

namespace AwsBatch.Testing.Services.Sqs;

/// <summary>A standard queue, which gives its messages in the order they came. Thread-safe.</summary>
internal sealed class Queue(string name, string arn, QueueSettings settings, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly LinkedList<QueueMessage> messages = new();
    private TaskCompletionSource arrival = NewArrival();

    public string Name => name;

    public string Arn => arn;

    public QueueSettings Settings => settings;

    public DateTimeOffset Created { get; } = time.GetUtcNow();

    public QueueMessage Send(string body, MessageAttributes attributes, int? delaySeconds)
    {
        var now = time.GetUtcNow();
        var message = new QueueMessage(body, attributes, now, now + TimeSpan.FromSeconds(delaySeconds ?? settings.DelaySeconds));
        lock (gate)
        {
            messages.AddLast(message);
            arrival.TrySetResult();
            arrival = NewArrival();
        }
        return message;
    }

    /// <summary>Takes messages out of sight, as soon as there is one.</summary>
    /// <param name="count">At most so many.</param>
    /// <param name="visibility">For so long; null for the queue's own.</param>
    /// <param name="wait">How long to wait for the first one.</param>
    /// <param name="cancellationToken">The receiver has gone.</param>
    public async ValueTask<List<ReceivedMessage>> ReceiveAsync(int count, TimeSpan? visibility, TimeSpan wait, CancellationToken cancellationToken)
    {
        var deadline = time.GetUtcNow() + wait;
        while (true)
        {
            var (received, change) = Take(count, visibility ?? TimeSpan.FromSeconds(settings.VisibilityTimeout), deadline, cancellationToken);
            if (received.Count > 0 || time.GetUtcNow() >= deadline)
                return received;
            await change.ConfigureAwait(false);
        }
    }

    /// <summary>Deletes a message, if it is still there.</summary>
    /// <exception cref="Protocols.AwsErrorException">ReceiptHandleIsInvalid.</exception>
    public void Delete(string receiptHandle)
    {
        var id = IdOf(receiptHandle);
        lock (gate)
        {
            for (var node = messages.First; node is not null; node = node.Next)
            {
                if (node.Value.Id != id)
                    continue;
                messages.Remove(node);
                return;
            }
        }
    }

    /// <summary>How many messages may be received, are out of sight, and have not come into sight yet.</summary>
    public (int Visible, int InFlight, int Delayed) Count()
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            var hidden = messages.Where(message => message.Visible > now).ToArray();
            var delayed = hidden.Count(message => message.ReceiveCount == 0);
            return (messages.Count - hidden.Length, hidden.Length - delayed, delayed);
        }
    }

    /// <summary>What there is, or else a task that ends when that may have changed.</summary>
    private (List<ReceivedMessage> Received, Task Change) Take(
        int count, TimeSpan visibility, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var received = new List<ReceivedMessage>();
        var next = deadline;
        lock (gate)
        {
            foreach (var message in messages)
            {
                if (received.Count == count)
                    break;
                if (message.Visible <= now)
                    received.Add(Hand(message, now, visibility));
                else if (message.Visible < next)
                    next = message.Visible;
            }
            return (received, received.Count > 0 || next <= now
                ? Task.CompletedTask
                : Task.WhenAny(arrival.Task, Task.Delay(next - now, time, cancellationToken)).Unwrap());
        }
    }

    private static ReceivedMessage Hand(QueueMessage message, DateTimeOffset now, TimeSpan visibility)
    {
        message.Visible = now + visibility;
        message.FirstReceived ??= now;
        message.ReceiveCount++;
        return new(message, Handle(message), message.ReceiveCount, message.FirstReceived.Value);
    }

    private static string Handle(QueueMessage message) => Convert.ToBase64String(
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{message.Id} {message.ReceiveCount}")));

    private static string IdOf(string receiptHandle)
    {
        var bytes = new byte[receiptHandle.Length];
        return Convert.TryFromBase64String(receiptHandle, bytes, out var length)
            && Encoding.ASCII.GetString(bytes, 0, length).Split(' ') is [var id, _]
            ? id
            : throw SqsErrors.ReceiptHandleIsInvalid(receiptHandle);
    }

    private static TaskCompletionSource NewArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
