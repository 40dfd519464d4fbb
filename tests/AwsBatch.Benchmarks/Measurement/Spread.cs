namespace AwsBatch.Benchmarks.Measurement;

/// <summary>A figure over the rounds: the median, and how far the rounds went apart.</summary>
internal static class Spread
{
    public const string Min = "_min";
    public const string Max = "_max";

    /// <summary>The rows of one metric: its median under its own name, the extremes beside.</summary>
    public static IEnumerable<Row> Rows(string suite, string @case, string subject, string metric, IEnumerable<double> rounds)
    {
        var values = rounds.ToList();
        return
        [
            new Row(suite, @case, subject, metric, Rounds.Median(values)),
            new Row(suite, @case, subject, metric + Min, values.Min()),
            new Row(suite, @case, subject, metric + Max, values.Max()),
        ];
    }
}
