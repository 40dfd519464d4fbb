using System.Runtime.CompilerServices;
using System.Text.Json;

namespace AwsBatch.Tests.Retries.Conformance;

/// <summary>One case of <c>standard-mode-2.1.json</c>: calls made one after the other with one quota.</summary>
public sealed record ConformanceCase(
    string Name,
    IReadOnlyList<ConformanceCall> Calls,
    string Service = "s3",
    string Operation = "GetObject",
    int? MaxAttempts = null,
    int? MaxBackoffMs = null,
    int? InitialQuota = null)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>AWS's cases, and further ones where a batch must not fail as a single call would.</summary>
    public static IReadOnlyDictionary<string, ConformanceCase> All { get; } = Read();

    public static JsonElement Document(string name, [CallerFilePath] string here = "")
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, name)));
        return document.RootElement.Clone();
    }

    public override string ToString() => Name;

    private static Dictionary<string, ConformanceCase> Read()
    {
        var document = Document("standard-mode-2.1.json");
        return document.GetProperty("cases").Deserialize<ConformanceCase[]>(Web)!
            .Concat(document.GetProperty("further").Deserialize<ConformanceCase[]>(Web)!)
            .ToDictionary(static one => one.Name);
    }
}

/// <summary>One call: what the service answers to each attempt, and what must come of it.</summary>
/// <param name="Responses">The answers, in order; all of them must be used.</param>
/// <param name="Expect">What AWS's rules say.</param>
/// <param name="Deviates">What is expected instead, and why.</param>
public sealed record ConformanceCall(IReadOnlyList<ConformanceResponse> Responses, ConformanceResult Expect, ConformanceDeviation? Deviates = null)
{
    public ConformanceResult Expected => Deviates?.Expect ?? Expect;
}

public sealed record ConformanceResponse(int Status, string? Code = null, IReadOnlyDictionary<string, string>? Headers = null);

/// <param name="Outcome"><c>success</c>, <c>attemptsSpent</c> or <c>budgetSpent</c>.</param>
/// <param name="DelaysMs">The waits between the attempts.</param>
/// <param name="Quota">What is left of the quota; null where the source does not say.</param>
public sealed record ConformanceResult(string Outcome, IReadOnlyList<int> DelaysMs, int? Quota = null);

public sealed record ConformanceDeviation(string Reason, ConformanceResult Expect);
