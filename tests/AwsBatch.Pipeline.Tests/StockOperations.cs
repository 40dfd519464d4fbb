namespace AwsBatch.Pipeline.Tests;

/// <summary>The operations that the SDK's own pipeline sends, each with its reason: <c>StockOperations.tsv</c>.</summary>
internal static class StockOperations
{
    private static readonly IReadOnlyList<string> All = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "StockOperations.tsv"))
        .Select(line => line.Split('\t')[0])
        .Where(name => name.Length > 0)];

    public static IReadOnlyList<string> Of(string service) => [.. All.Where(name => name.StartsWith($"{service}:", StringComparison.Ordinal))];
}
