using AwsBatch.Cli.Observation;
using AwsBatch.Cli.Report.Markup;

namespace AwsBatch.Cli.Report.Sections;

/// <summary>What failed, by operation and code, with the first of each kind.</summary>
internal static class Errors
{
    private const int ShownAtOnce = 10;
    private const int MostShown = 50;

    public static Html Render(RunRecord run) => Html.Of(
        $"""
        <section aria-labelledby="errors"><h2 id="errors">Errors</h2>
        {(run.Errors.Count == 0 ? Html.Of($"""<p class="quiet">None.</p>""") : List(run))}
        </section>
        """);

    private static Html List(RunRecord run)
    {
        var most = run.Errors.Max(static error => error.Count);
        Html[] errors = [.. run.Errors.Take(MostShown).Select(error => Item(error, (double)error.Count / most))];
        var left = run.Errors.Count - errors.Length;
        return errors.Length <= ShownAtOnce
            ? Html.Of($"""<ul class="errors">{errors}</ul>""")
            : Html.Of(
                $"""
                <ul class="errors">{errors[..ShownAtOnce]}</ul>
                <details class="more"><summary>{Counted.Of(errors.Length - ShownAtOnce, "more kind")}</summary><ul class="errors">{errors[ShownAtOnce..]}</ul></details>
                {(left == 0 ? Html.Empty : Html.Of($"""<p class="quiet">{Counted.Of(left, "kind")} that {(left == 1 ? "was" : "were")} rarer {(left == 1 ? "is" : "are")} not shown.</p>"""))}
                """);
    }

    private static Html Item(ErrorGroup error, double share) => Html.Of(
        $"""
        <li>
        <div class="what"><b>{Excerpt.OfName(error.Code)}</b> <span>{Excerpt.OfName(error.Name.ToString())}</span><span class="count">{Figures.Count(error.Count)} ×</span></div>
        <div class="share" aria-hidden="true"><i style="width:{100 * share}%"></i></div>
        <p class="example"><span>The first, request {error.Index}:</span> <code>{Excerpt.Of(error.Example)}</code></p>
        </li>

        """);
}
