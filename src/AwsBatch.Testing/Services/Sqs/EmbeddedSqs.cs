using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using AwsBatch.Testing.Services;
using AwsBatch.Testing.Services.Sqs;

namespace AwsBatch.Testing;

/// <summary>The standard queues of an endpoint, for set-up and inspection without HTTP. Thread-safe.</summary>
public sealed partial class EmbeddedSqs
{
    private readonly ConcurrentDictionary<string, Queue> queues = new(StringComparer.Ordinal);
    private readonly ServiceAccount account;

    internal EmbeddedSqs(ServiceAccount account) => this.account = account;

    internal IEnumerable<Queue> All => queues.Values;

    /// <summary>Makes an empty queue.</summary>
    /// <param name="name">1 to 80 letters, digits, hyphens and underscores.</param>
    /// <exception cref="ArgumentException">The name is invalid or taken.</exception>
    public void CreateQueue(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!IsValidName(name))
            throw new ArgumentException($"'{name}' is no valid queue name: 1 to 80 letters, digits, hyphens and underscores.", nameof(name));
        if (!queues.TryAdd(name, New(name, new QueueSettings())))
            throw new ArgumentException($"There is a queue '{name}' already.", nameof(name));
    }

    /// <summary>Puts a message at the end of a queue.</summary>
    /// <param name="queue">The name of a queue that exists.</param>
    /// <param name="body">What it says.</param>
    /// <returns>Its id.</returns>
    /// <exception cref="ArgumentException">There is no such queue, or the body is empty.</exception>
    public string Send(string queue, string body)
    {
        ArgumentException.ThrowIfNullOrEmpty(body);
        return Existing(queue).Send(body, new MessageAttributes(null), delaySeconds: null).Id;
    }

    /// <summary>How many messages a queue holds, those out of sight included.</summary>
    /// <param name="queue">The name of a queue that exists.</param>
    /// <exception cref="ArgumentException">There is no such queue.</exception>
    public int Count(string queue)
    {
        var (visible, inFlight, delayed) = Existing(queue).Count();
        return visible + inFlight + delayed;
    }

    internal static bool IsValidName(string name) => NamePattern().IsMatch(name);

    /// <summary>The queue of that name, made if there is none.</summary>
    /// <exception cref="Protocols.AwsErrorException">QueueNameExists: it is there with other settings.</exception>
    internal Queue GetOrCreate(string name, QueueSettings settings)
    {
        var queue = queues.GetOrAdd(name, _ => New(name, settings));
        return queue.Settings.DifferenceTo(settings) is { } attribute ? throw SqsErrors.QueueNameExists(attribute) : queue;
    }

    /// <param name="nameOrUrl">The name, or the URL that ends with it.</param>
    /// <exception cref="Protocols.AwsErrorException">QueueDoesNotExist.</exception>
    internal Queue Find(string nameOrUrl) =>
        queues.TryGetValue(nameOrUrl[(nameOrUrl.LastIndexOf('/') + 1)..], out var queue) ? queue : throw SqsErrors.QueueDoesNotExist();

    internal void Delete(Queue queue) => queues.TryRemove(new(queue.Name, queue));

    internal string Url(string origin, Queue queue) => $"{origin}/{account.Id}/{queue.Name}";

    private Queue New(string name, QueueSettings settings) =>
        new(name, $"arn:aws:sqs:{account.Region}:{account.Id}:{name}", settings, account.Time);

    private Queue Existing(string queue) => queues.TryGetValue(queue ?? throw new ArgumentNullException(nameof(queue)), out var existing)
        ? existing
        : throw new ArgumentException($"There is no queue '{queue}'; create it first.", nameof(queue));

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,80}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
