using AwsBatch.Cli.Observation;
using AwsBatch.Cli.Report.Markup;

namespace AwsBatch.Cli.Report.Charts;

/// <summary>How long requests took: how many by their latency, with the percentiles.</summary>
internal sealed record LatencyChart(string Id, string Title, LatencyHistogram Latencies)
{
    private static readonly (string Name, double Part)[] Percentiles = [("p50", 0.5), ("p95", 0.95), ("p99", 0.99)];

    public Html Render()
    {
        var axis = new LatencyAxis(Latencies);
        var counts = new long[axis.Bars];
        foreach (var (bucket, count) in Latencies.Buckets)
            counts[axis.BarOf(bucket)] += count;

        double[] edges = [.. Enumerable.Range(0, axis.Bars + 1).Select(bar => (double)bar / axis.Bars)];
        var values = ValueAxis.UpTo(counts.Max());
        return new ChartFrame(Id, Title, "requests by latency, logarithmic", [], axis.Ticks, values, Marks(counts, edges, values, axis), Table(counts, edges, axis))
        {
            Notes = Html.Concat(Percentiles.Select(Note)),
        }.Render();

        Html Note((string Name, double Part) percentile, int rank)
        {
            var latency = Latencies.Percentile(percentile.Part);
            var at = axis.At(latency);
            return Html.Of(
                $"""<span class="note rank{rank}{(at > 0.7 ? " left" : "")}" style="left:{100 * at}%"><b>{percentile.Name}</b> {Figures.Time(latency)}</span>""");
        }
    }

    private IEnumerable<Html> Marks(long[] counts, double[] edges, ValueAxis values, LatencyAxis axis)
    {
        const double Gap = 2.5;
        for (var bar = 0; bar < counts.Length; bar++)
        {
            if (counts[bar] == 0)
                continue;
            var (x, y) = (Canvas.X(edges[bar]), Canvas.Y(values.At(counts[bar])));
            yield return Html.Of($"""<path class="area main" d="M{x + (Gap / 2)} {Canvas.Height}V{y}H{Canvas.X(edges[bar + 1]) - (Gap / 2)}V{Canvas.Height}Z"/>""");
        }

        foreach (var (_, part) in Percentiles)
            yield return Html.Of($"""<path class="mark" d="M{Canvas.X(axis.At(Latencies.Percentile(part)))} 0V{Canvas.Height}"/>""");
    }

    private static DataTable Table(long[] counts, double[] edges, LatencyAxis axis) => new(
        ["Latency", "Requests"],
        [
            .. counts.Select((count, bar) => new DataRow(
                edges[bar],
                edges[bar + 1],
                [$"{Figures.Time(axis.Range(bar).Above)} – {Figures.Time(axis.Range(bar).UpTo)}", Figures.Count(count)])),
        ]);
}
