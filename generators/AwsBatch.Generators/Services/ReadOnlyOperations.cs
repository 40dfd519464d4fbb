namespace AwsBatch.Generators.Services;

/// <summary>
/// Which operations change nothing, so that one answer can serve equal requests. SDK packages do not say it: a verb does,
/// unless <c>ReadOnlyOperations.tsv</c> knows better. Only names, so that whoever has them can ask, from symbols or at run
/// time.
/// </summary>
/// <remarks>An operation whose response holds a stream is never shared, whatever its verb: the caller must know that.</remarks>
internal static class ReadOnlyOperations
{
    private const string Any = "*";
    private const string Allow = "allow";

    private static readonly string[] Verbs =
        ["Describe", "Get", "List", "Head", "Search", "Query", "Scan", "BatchGet", "TransactGet"];

    private static readonly Lazy<IReadOnlyList<string[]>> Table = new(() => [.. DataTable.Read("ReadOnlyOperations.tsv")]);

    /// <summary>Whether an operation only reads.</summary>
    /// <param name="service">As the AWS CLI names it.</param>
    /// <param name="operation">In the service's API.</param>
    public static bool Contains(string service, string operation) =>
        Verbs.Any(verb => StartsWithWord(operation, verb)) && IsAllowed(service, operation);

    private static bool IsAllowed(string service, string operation)
    {
        var line = Table.Value.FirstOrDefault(line => (line[0] == Any || line[0] == service) && Fits(operation, line[1]));
        return line is null || line[2] == Allow;
    }

    // Getaway is no Get; Query and Scan are whole names.
    private static bool StartsWithWord(string operation, string verb) =>
        operation.StartsWith(verb, StringComparison.Ordinal)
        && (operation.Length == verb.Length || char.IsUpper(operation[verb.Length]));

    private static bool Fits(string operation, string pattern)
    {
        var parts = pattern.Split('*');
        if (parts.Length == 1)
            return operation == pattern;

        var last = parts[parts.Length - 1];
        if (!operation.StartsWith(parts[0], StringComparison.Ordinal) || !operation.EndsWith(last, StringComparison.Ordinal))
            return false;

        var from = parts[0].Length;
        foreach (var part in parts.Skip(1).Take(parts.Length - 2))
        {
            var at = operation.IndexOf(part, from, StringComparison.Ordinal);
            if (at < 0)
                return false;
            from = at + part.Length;
        }

        return from <= operation.Length - last.Length;
    }
}
