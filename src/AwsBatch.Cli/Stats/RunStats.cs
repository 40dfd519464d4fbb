using System.Text.Json.Serialization;
using AwsBatch.Cli.Observation;

namespace AwsBatch.Cli.Stats;

/// <summary>A run as the store keeps it: counts and latencies, nothing of any request.</summary>
internal sealed record RunStats(DateTimeOffset EndedAt, IReadOnlyList<OperationRunStats> Operations)
{
    private const int MostOperations = 500;

    public static RunStats Of(RunRecord run) => new(
        run.StartedAt + run.Duration,
        [.. run.Operations.OrderByDescending(static operation => operation.Count).Take(MostOperations).Select(OperationRunStats.Of)]);
}

/// <summary>One operation of a run. Latencies are by bucket of <see cref="LatencyHistogram"/>, times in milliseconds.</summary>
internal sealed record OperationRunStats(
    string Service,
    string Operation,
    long Count,
    long Failed,
    long Deduplicated,
    long Attempts,
    long Throttles,
    double TotalMilliseconds,
    double MaxMilliseconds,
    IReadOnlyDictionary<int, long> Latencies)
{
    public static OperationRunStats Of(OperationRecord operation) => new(
        operation.Name.Service,
        operation.Name.Operation,
        operation.Count,
        operation.Failed,
        operation.Deduplicated,
        operation.Attempts,
        operation.Throttles,
        operation.Latencies.Total.TotalMilliseconds,
        operation.Latencies.Max.TotalMilliseconds,
        operation.Latencies.Buckets);

    public OperationRecord ToRecord() => new(
        new OperationName(Service, Operation),
        Count,
        Failed,
        Deduplicated,
        Attempts,
        Throttles,
        LatencyHistogram.Of(Latencies, TimeSpan.FromMilliseconds(TotalMilliseconds), TimeSpan.FromMilliseconds(MaxMilliseconds)));
}

[JsonSerializable(typeof(RunStats))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
internal sealed partial class RunStatsJson : JsonSerializerContext;
