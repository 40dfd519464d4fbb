using AwsBatch.Cli.Observation;
using AwsBatch.Cli.Report.Markup;

namespace AwsBatch.Cli.Report.Sections;

/// <summary>The requests that took longest.</summary>
internal static class Slowest
{
    public static Html Render(RunRecord run)
    {
        if (run.Slowest.Count == 0)
            return Html.Empty;
        var longest = Math.Max(run.Slowest[0].Duration.TotalMilliseconds, 0.001);
        return Html.Of(
            $"""
            <section aria-labelledby="slowest"><h2 id="slowest">Slowest requests</h2>
            <div class="scroll" tabindex="0"><table class="slowest"><caption>By duration, from the first sending to the end</caption>
            <thead><tr><th scope="col">Index</th><th scope="col">Request</th><th scope="col" class="range">Duration</th><th scope="col">sent</th><th scope="col" class="end">Ended</th></tr></thead>
            <tbody>{run.Slowest.Select(item => Row(item, item.Duration.TotalMilliseconds / longest))}</tbody></table></div></section>
            """);
    }

    private static Html Row(SlowItem item, double share) => Html.Of(
        $"""
        <tr><th scope="row">{item.Index}{(item.Id is null ? Html.Empty : Html.Of($""" <span class="id">{Excerpt.OfName(item.Id)}</span>"""))}</th><td class="name">{Excerpt.Of(item.Request)}</td>
        <td class="range"><div class="bar"><i class="body" style="width:{70 * share}%"></i><span style="left:{70 * share}%">{Figures.Time(item.Duration)}</span></div></td>
        <td>{Times(item.Attempts)}</td>{(item.Code is { } code ? Html.Of($"""<td class="end bad" title="{Excerpt.Of(item.Error ?? code)}">{Excerpt.OfName(code)}</td>""") : Html.Of($"""<td class="end zero">succeeded</td>"""))}</tr>

        """);

    private static string Times(int attempts) => attempts == 1 ? "once" : $"{Figures.Count(attempts)} times";
}
