namespace AwsBatch.Dynamic.Tests.Conformance;

/// <summary>Where the SDK itself, and not the way to it, sends something else than the AWS CLI; each with its reason.</summary>
internal static class KnownDifferences
{
    private static readonly Lazy<IReadOnlyList<string[]>> Rows = new(() => File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, "Conformance", "known.tsv"))
        .Where(static line => line.Length > 0 && line[0] != '#')
        .Select(static line => line.Split('\t'))
        .ToList());

    /// <summary>Whether a row has the service, the operation (or <c>*</c>) and how the difference begins.</summary>
    public static bool Contains(string service, string operation, string difference) => Rows.Value.Any(row =>
        row[0] == service && (row[1] == "*" || row[1] == operation) && difference.StartsWith(row[2], StringComparison.Ordinal));
}
