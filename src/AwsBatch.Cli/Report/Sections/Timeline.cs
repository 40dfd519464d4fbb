using AwsBatch.Cli.Observation;
using AwsBatch.Cli.Report.Charts;
using AwsBatch.Cli.Report.Markup;

namespace AwsBatch.Cli.Report.Sections;

/// <summary>The run from its start to its end: throughput, concurrency, throttles, and what waited.</summary>
internal static class Timeline
{
    public static Html Render(RunRecord run) => run.Samples.Count == 0
        ? Html.Empty
        : Html.Of(
            $"""
            <section aria-labelledby="timeline"><h2 id="timeline">Over time</h2>
            <div class="charts">{Charts(run)}</div></section>
            """);

    private static IEnumerable<Html> Charts(RunRecord run)
    {
        var samples = run.Samples;
        yield return Chart("throughput", "Throughput", "requests per second",
        [
            PerSecond("succeeded", "main", static sample => sample.Completed - sample.Failed),
            PerSecond("failed", "bad", static sample => sample.Failed),
        ]);
        yield return Chart("concurrency", "Concurrency", "requests in flight, and how many might be",
        [
            Now("in flight", "second", SeriesForm.Area, static sample => sample.InFlight),
            Now("limit", "ink", SeriesForm.Line, static sample => LimitOf(sample) ?? double.NaN),
        ]);
        // A chart of what never happened is a flat line; a sentence says so sooner.
        var throttled = samples.Any(static sample => sample.Throttles > 0);
        var waited = samples.Any(static sample => sample.Parked > 0);
        if (throttled)
            yield return Chart("throttles", "Throttles", "refused for their rate, per second", [PerSecond("throttled", "warn", static sample => sample.Throttles)]);
        if (waited)
        {
            yield return Chart(
                "waiting",
                "Waiting",
                "requests paced, backing off, or behind an equal one",
                [Now("waiting", "third", SeriesForm.Area, static sample => sample.Parked)]);
        }

        if (Quiet(throttled, waited) is { } quiet)
            yield return Html.Of($"""<p class="quiet">{quiet}</p>""");

        Html Chart(string id, string title, string unit, IReadOnlyList<Series> series) => new TimeChart(id, title, unit, samples, series).Render();

        Series PerSecond(string name, string style, Func<RunSample, long> count) => new(
            name, style, SeriesForm.Area, [.. samples.Select(sample => count(sample) / Math.Max(sample.Length.TotalSeconds, 0.001))], static rate => $"{Figures.Rate(rate)}/s");

        Series Now(string name, string style, SeriesForm form, Func<RunSample, double> count) =>
            new(name, style, form, [.. samples.Select(count)], Figures.Count);
    }

    private static string? Quiet(bool throttled, bool waited) => (throttled, waited) switch
    {
        (false, false) => "Nothing was throttled, and nothing had to wait for another attempt.",
        (false, true) => "Nothing was throttled.",
        (true, false) => "Nothing had to wait for another attempt.",
        _ => null,
    };

    /// <summary>How many might be in flight; null while nothing has set a limit yet.</summary>
    public static int? LimitOf(RunSample sample) => sample.Limit is > 0 and < int.MaxValue ? sample.Limit : null;
}
