using AwsBatch.Cli.Input;

namespace AwsBatch.Cli.Observation;

/// <summary>The failures of a run, by operation and code. Not safe for concurrent use.</summary>
internal sealed class ErrorGroups
{
    private const int MostGroups = 200;

    private readonly Dictionary<(OperationName Name, string Code), ErrorGroup> groups = [];

    public void Add(RequestEntry entry, OperationName name, string code, string error)
    {
        if (groups.TryGetValue((name, code), out var group))
            groups[(name, code)] = group with { Count = group.Count + 1 };
        else if (groups.Count < MostGroups)
            groups.Add((name, code), new ErrorGroup(name, code, 1, error, entry.Index));
    }

    /// <summary>The most frequent first.</summary>
    public IReadOnlyList<ErrorGroup> ToList() => [.. groups.Values.OrderByDescending(static group => group.Count)];
}
