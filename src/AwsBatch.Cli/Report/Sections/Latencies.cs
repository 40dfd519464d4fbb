using AwsBatch.Cli.Observation;
using AwsBatch.Cli.Report.Charts;
using AwsBatch.Cli.Report.Markup;

namespace AwsBatch.Cli.Report.Sections;

/// <summary>How long requests took: all of them in a chart, and by operation.</summary>
internal static class Latencies
{
    private const int ShownAtOnce = 25;
    private const int MostShown = 50;

    public static Html Render(RunRecord run)
    {
        var all = AllLatencies.Of(run);
        return Html.Of(
            $"""
            <section aria-labelledby="latency"><h2 id="latency">Latency</h2>
            {(all.Count == 0 ? Html.Of($"""<p class="quiet">Nothing was sent.</p>""") : new LatencyChart("latencies", "Distribution", all).Render())}
            {Operations(run, new LatencyAxis(all))}
            </section>
            """);
    }

    private static Html Operations(RunRecord run, LatencyAxis axis)
    {
        Html[] rows = [.. run.Operations.OrderByDescending(static operation => operation.Count).Take(MostShown).Select(operation => Row(operation, axis))];
        return rows.Length switch
        {
            0 => Html.Empty,
            <= ShownAtOnce => Table(rows),
            _ => Html.Of($"{Table(rows[..ShownAtOnce])}<details class=\"more\"><summary>{Counted.Of(rows.Length - ShownAtOnce, "more operation")}</summary>{Table(rows[ShownAtOnce..])}</details>{Left(run.Operations.Count - rows.Length)}"),
        };
    }

    private static Html Left(int operations) => operations == 0
        ? Html.Empty
        : Html.Of($"""<p class="quiet">{Counted.Of(operations, "operation")} with fewer requests {(operations == 1 ? "is" : "are")} not shown.</p>""");

    private static Html Table(IEnumerable<Html> rows) => Html.Of(
        $"""
        <div class="scroll" tabindex="0"><table class="operations"><caption>By operation, from the first sending of a request to its end</caption>
        <thead><tr><th scope="col">Operation</th><th scope="col" class="range">p50 – p95 – p99</th><th scope="col">p50</th><th scope="col">p95</th><th scope="col">p99</th><th scope="col">longest</th><th scope="col">requests</th><th scope="col">failed</th><th scope="col">sent</th><th scope="col">throttled</th><th scope="col">shared</th></tr></thead>
        <tbody>{rows}</tbody></table></div>
        """);

    private static Html Row(OperationRecord operation, LatencyAxis axis)
    {
        var latencies = operation.Latencies;
        TimeSpan[] percentiles = [latencies.Percentile(0.5), latencies.Percentile(0.95), latencies.Percentile(0.99)];
        return Html.Of(
            $"""
            <tr><th scope="row">{Excerpt.OfName(operation.Name.ToString())}</th>
            <td class="range">{(latencies.Count == 0 ? Html.Empty : Range(percentiles, axis))}</td>
            {percentiles.Append(latencies.Max).Select(latency => Html.Of($"<td>{(latencies.Count == 0 ? Figures.None : Figures.Time(latency))}</td>"))}
            {Number(operation.Count)}{Number(operation.Failed, "bad")}{Number(operation.Attempts)}{Number(operation.Throttles, "warn")}{Number(operation.Deduplicated)}</tr>

            """);
    }

    private static Html Range(TimeSpan[] percentiles, LatencyAxis axis)
    {
        double[] at = [.. percentiles.Select(latency => 100 * axis.At(latency))];
        return Html.Of(
            $"""<div class="bar" aria-hidden="true"><i class="tail" style="left:{at[0]}%;width:{at[2] - at[0]}%"></i><i class="body" style="left:{at[0]}%;width:{at[1] - at[0]}%"></i><i class="dot" style="left:{at[0]}%"></i></div>""");
    }

    // A zero is said quietly, so that what is not zero stands out.
    private static Html Number(long number, string style = "") =>
        Html.Of($"""<td class="{(number == 0 ? "zero" : style)}">{Figures.Count(number)}</td>""");
}
