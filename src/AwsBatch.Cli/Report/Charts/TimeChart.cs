using AwsBatch.Cli.Observation;
using AwsBatch.Cli.Report.Markup;

namespace AwsBatch.Cli.Report.Charts;

/// <summary>How something went on during a run. Areas stand on one another.</summary>
internal sealed record TimeChart(string Id, string Title, string Unit, IReadOnlyList<RunSample> Samples, IReadOnlyList<Series> Series)
{
    public Html Render()
    {
        var end = Samples[^1].At + Samples[^1].Length;
        var time = new TimeAxis(end);
        double[] edges = [.. Samples.Select(sample => time.At(sample.At)), 1];
        var values = ValueAxis.UpTo(Stacked().Concat(Lines().SelectMany(static series => series.Values)).Where(double.IsFinite).Max());
        return new ChartFrame(Id, Title, Unit, Legend(), time.Ticks, values, Marks(edges, values), Table(edges)).Render();
    }

    private IEnumerable<double> Stacked() => Enumerable.Range(0, Samples.Count).Select(sample => Areas().Sum(series => series.Values[sample]));

    private IEnumerable<Series> Lines() => Series.Where(static series => series.Form == SeriesForm.Line);

    private IEnumerable<Series> Areas() => Series.Where(static series => series.Form == SeriesForm.Area);

    private IReadOnlyList<(string, string)> Legend() =>
        Series.Count < 2 ? [] : [.. Series.Select(static series => (series.Name, $"{series.Style} {(series.Form == SeriesForm.Line ? "line" : "area")}"))];

    private IEnumerable<Html> Marks(double[] edges, ValueAxis values)
    {
        var floor = new double[Samples.Count];
        foreach (var series in Areas())
        {
            double[] top = [.. series.Values.Select((value, sample) => floor[sample] + values.At(value))];
            yield return Html.Of($"""<path class="area {series.Style}" d="{Canvas.Area(edges, top, floor)}"/>""");
            floor = top;
        }

        foreach (var series in Lines())
            yield return Html.Of($"""<path class="line {series.Style}" d="{Canvas.Steps(edges, [.. series.Values.Select(values.At)])}"/>""");
    }

    private DataTable Table(double[] edges) => new(
        ["Time", .. Series.Select(static series => series.Name)],
        [
            .. Samples.Select((sample, i) => new DataRow(
                edges[i],
                edges[i + 1],
                [$"{Figures.Time(sample.At)} – {Figures.Time(sample.At + sample.Length)}", .. Series.Select(series => series.Text(series.Values[i]))])),
        ]);
}
