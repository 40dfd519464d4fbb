namespace AwsBatch.Dynamic.Catalog;

/// <summary>All operations of a service, by each of their names.</summary>
// Loops over plain dictionaries: a start pays for each generic method over these types, and for freezing, more than it gains.
internal sealed class OperationTable
{
    private readonly Dictionary<string, AwsOperation> byName = new(StringComparer.Ordinal);

    // Without its dashes and case; null where that fits several.
    private readonly Dictionary<string, AwsOperation?> byFoldedName = new(StringComparer.Ordinal);

    public OperationTable(IEnumerable<AwsOperation> operations, IEnumerable<KeyValuePair<string, string>> aliases)
    {
        List<AwsOperation> all = [.. operations];
        all.Sort(static (one, other) => string.CompareOrdinal(one.Name, other.Name));
        All = all;

        // An operation's own name goes before another's name in the SDK, and that before an alias.
        foreach (var operation in all)
            byName.TryAdd(operation.Name, operation);
        foreach (var operation in all)
            byName.TryAdd(operation.SdkName, operation);
        foreach (var (name, of) in aliases)
        {
            if (all.Find(operation => operation.Name == of) is { } operation)
                byName.TryAdd(name, operation);
        }

        foreach (var (name, operation) in byName)
        {
            var folded = Fold(name);
            byFoldedName[folded] = byFoldedName.TryGetValue(folded, out var other) && other != operation ? null : operation;
        }
    }

    /// <summary>By their API names.</summary>
    public IReadOnlyList<AwsOperation> All { get; }

    public IEnumerable<string> Names => byName.Keys;

    public AwsOperation? Find(string name) =>
        byName.TryGetValue(name, out var operation) ? operation : byFoldedName.GetValueOrDefault(Fold(name));

    private static string Fold(string name) => name.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
}
