using AwsBatch.Benchmarks.Measurement;
using AwsBatch.Benchmarks.Suites.EndToEnd.Calls;
using static AwsBatch.Benchmarks.Suites.EndToEnd.EndToEndFigures;

namespace AwsBatch.Benchmarks.Suites.EndToEnd;

/// <summary>What the figures have to be.</summary>
internal static class EndToEndGates
{
    private const string Lean = "awsbatch-lean";
    private const string OverSdk = "awsbatch-sdk";

    /// <summary>The small calls: the least ratio of the SDK's CPU to the lean pipeline's, the most of the SDK's bytes.</summary>
    private static readonly (string Call, double Cpu, double Bytes)[] Small =
    [
        (AllCalls.HeadObject.Name, 2.5, 0.5),
        (AllCalls.DescribeInstances.Name, 2.5, 0.75),
        (AllCalls.GetItem.Name, 2, 0.6),
    ];

    public static IReadOnlyList<Gate> Of(IReadOnlyList<Row> rows)
    {
        var figures = rows.ToDictionary(static row => (row.Case, row.Subject, row.Metric), static row => row.Value);
        return
        [
            .. Small.SelectMany(small => new[]
            {
                new Gate(small.Call, "SDK's CPU ÷ lean's", 1 / Figure(small.Call, Lean, OfSdk(Cpu)), small.Cpu, Sense.AtLeast),
                new Gate(small.Call, "lean's calls/s ÷ SDK's", Figure(small.Call, Lean, OfSdk(CallsPerSecond)), 2, Sense.AtLeast),
                new Gate(small.Call, "lean's CPU ÷ bare HTTP's", Figure(small.Call, Lean, OfHttp(Cpu)), 2.2, Sense.AtMost),
                new Gate(small.Call, "lean's bytes ÷ SDK's", Figure(small.Call, Lean, OfSdk(Bytes)), small.Bytes, Sense.AtMost),
            }),
            .. AllCalls.InOrder.Select(call => new Gate(
                call.Name, "calls/s through AwsBatch ÷ hand-written", Figure(call.Name, OverSdk, OfSdk(CallsPerSecond)), 1, Sense.AtLeast)),
            // A listing's bytes alone cost more to copy.
            .. AllCalls.InOrder.Except([AllCalls.ListObjectsV2]).Select(call => new Gate(
                call.Name, "endpoint's CPU, µs", Figure(call.Name, Endpoint, Cpu), 10, Sense.AtMost)),
        ];

        double? Figure(string @case, string subject, string metric) =>
            figures.TryGetValue((@case, subject, metric), out var value) ? value : null;
    }
}
