using System.Globalization;
using AwsBatch.Cli.Observation;
using AwsBatch.Cli.Report.Markup;

namespace AwsBatch.Cli.Report.Sections;

/// <summary>How the run ended, in a word and in its main numbers.</summary>
internal static class Heading
{
    public static Html Render(RunRecord run) => Html.Of(
        $"""
        <header>
        <div>
        <p class="kicker">awsbatch run</p>
        <h1>{Figures.Count(run.Completed)} {(run.Completed == 1 ? "request" : "requests")} in {Figures.Time(run.Duration)}</h1>
        <p class="when">{run.StartedAt.ToString("d MMMM yyyy, HH:mm:ss zzz", CultureInfo.InvariantCulture)}</p>
        </div>
        {Verdict(run)}
        </header>
        <section aria-label="In numbers"><dl class="tiles">{Tiles(run)}</dl></section>
        """);

    private static Html Verdict(RunRecord run) => run.Completed == 0 ? Html.Of($"""<p class="verdict">nothing was run</p>""")
        : run.Failed == 0 ? Html.Of($"""<p class="verdict good"><span aria-hidden="true">✓</span> all succeeded</p>""")
        : Html.Of($"""<p class="verdict bad"><span aria-hidden="true">✕</span> {Figures.Count(run.Failed)} failed</p>""");

    private static IEnumerable<Html> Tiles(RunRecord run)
    {
        var operations = run.Operations;
        var latencies = AllLatencies.Of(run);
        var attempts = operations.Sum(static operation => operation.Attempts);
        var shared = operations.Sum(static operation => operation.Deduplicated);
        var throttles = operations.Sum(static operation => operation.Throttles);
        var seconds = Math.Max(run.Duration.TotalSeconds, 0.001);
        var rate = run.Completed / seconds;

        yield return Tile("Throughput", $"{Figures.Rate(rate)}/s", $"at best {Figures.Rate(Math.Max(rate, BestRate(run)))}/s");
        yield return Latency("Latency, median", 0.5, $"mean {Figures.Time(latencies.Mean)}");
        yield return Latency("Latency, p99", 0.99, $"longest {Figures.Time(latencies.Max)}");
        yield return Tile("Failed", Figures.Count(run.Failed), run.Completed == 0 ? "" : $"{Figures.Share((double)run.Failed / run.Completed)} of all");
        yield return Tile("Sent", Figures.Count(attempts), $"{Figures.Count(Math.Max(0, attempts - (run.Completed - shared)))} of them again");
        yield return Tile("Throttled", Figures.Count(throttles), throttles == 0 ? "never" : $"{Figures.Share((double)throttles / Math.Max(attempts, 1))} of what was sent");
        yield return Tile("Answers shared", Figures.Count(shared), "with an equal request");
        yield return Tile("In flight, at most", Figures.Count(run.Samples.Select(static sample => sample.InFlight).DefaultIfEmpty().Max()), LimitsOf(run));

        Html Latency(string name, double part, string note) => latencies.Count == 0
            ? Tile(name, Figures.None, "nothing was sent")
            : Tile(name, Figures.Time(latencies.Percentile(part)), note);
    }

    // Of samples about as long as most: a short one, as the last may be, says little; one long one must not rule out all others.
    private static double BestRate(RunRecord run)
    {
        TimeSpan[] lengths = [.. run.Samples.Select(static sample => sample.Length).Order()];
        return run.Samples
            .Where(sample => sample.Length > TimeSpan.Zero && sample.Length >= lengths[lengths.Length / 2] / 2)
            .Select(static sample => sample.Completed / sample.Length.TotalSeconds)
            .DefaultIfEmpty()
            .Max();
    }

    private static string LimitsOf(RunRecord run)
    {
        int[] limits = [.. run.Samples.Select(Timeline.LimitOf).OfType<int>()];
        return limits.Length == 0 ? ""
            : limits.Min() == limits.Max() ? $"limit {Figures.Count(limits[0])}"
            : $"limit {Figures.Count(limits.Min())} to {Figures.Count(limits.Max())}";
    }

    private static Html Tile(string name, string value, string note) =>
        Html.Of($"""<div><dt>{name}</dt><dd>{value}</dd><dd class="note">{note}</dd></div>""");
}
