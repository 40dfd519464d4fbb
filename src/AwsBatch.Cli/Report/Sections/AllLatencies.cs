using AwsBatch.Cli.Observation;

namespace AwsBatch.Cli.Report.Sections;

internal static class AllLatencies
{
    /// <summary>The latencies of all operations together.</summary>
    public static LatencyHistogram Of(RunRecord run)
    {
        var all = new LatencyHistogram();
        foreach (var operation in run.Operations)
            all.Add(operation.Latencies);
        return all;
    }
}
