using AwsBatch.Dynamic;

namespace AwsBatch.Cli.Running;

/// <summary>How many requests ask for each operation.</summary>
internal sealed class OperationTally
{
    private readonly Dictionary<OperationName, OperationCount> counts = [];

    /// <summary>How many of the requests may change something.</summary>
    public int Changes => counts.Values.Where(static operation => !operation.IsReadOnly).Sum(static operation => operation.Count);

    /// <summary>The operations, the most frequent first.</summary>
    public IEnumerable<OperationCount> Operations => counts.Values
        .OrderByDescending(static operation => operation.Count)
        .ThenBy(static operation => operation.Name);

    public void Add(OperationName name, AwsOperation operation)
    {
        if (!counts.TryGetValue(name, out var counted))
            counts.Add(name, counted = new OperationCount(name, operation.IsReadOnly));
        counted.Count++;
    }
}

/// <summary>How many requests ask for an operation.</summary>
internal sealed class OperationCount(OperationName name, bool isReadOnly)
{
    public OperationName Name => name;

    public bool IsReadOnly => isReadOnly;

    public int Count { get; set; }
}
