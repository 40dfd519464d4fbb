using AwsBatch.Cli.Input;

namespace AwsBatch.Cli.Running;

/// <summary>What of an input is to be run, seen before anything is sent.</summary>
/// <param name="Count">How many requests.</param>
/// <param name="Operations">How many of each operation.</param>
internal sealed record Survey(int Count, IReadOnlyCollection<OperationCount> Operations)
{
    /// <summary>Those that may change something, unknown ones aside: they are not sent.</summary>
    public int Changes => Operations.Where(static operation => !operation.IsReadOnly).Sum(static operation => operation.Count);

    /// <exception cref="InputException">The input is broken.</exception>
    public static async Task<Survey> TakeAsync(IAsyncEnumerable<RequestEntry> entries, RequestFactory requests)
    {
        var counts = new Dictionary<OperationName, OperationCount>();
        var count = 0;
        await foreach (var entry in entries.ConfigureAwait(false))
        {
            count++;
            if (requests.OperationOf(entry) is not { } operation)
                continue;
            var name = requests.NameOf(entry);
            if (!counts.TryGetValue(name, out var counted))
                counts.Add(name, counted = new OperationCount(name, operation.IsReadOnly));
            counted.Count++;
        }

        return new Survey(count, counts.Values);
    }

    /// <summary>The operations in words, such as <c>2 s3:DeleteObject, 1 ec2:TerminateInstances</c>.</summary>
    public string Describe(bool changesOnly) => string.Join(", ", Operations
        .Where(operation => !(changesOnly && operation.IsReadOnly))
        .OrderByDescending(static operation => operation.Count)
        .ThenBy(static operation => operation.Name)
        .Select(static operation => $"{operation.Count} {operation.Name}"));
}

/// <summary>How often an input asks for an operation.</summary>
internal sealed class OperationCount(OperationName name, bool isReadOnly)
{
    public OperationName Name => name;

    public bool IsReadOnly => isReadOnly;

    public int Count { get; set; }
}
