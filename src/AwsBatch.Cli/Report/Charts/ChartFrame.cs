using AwsBatch.Cli.Report.Markup;

namespace AwsBatch.Cli.Report.Charts;

/// <summary>What all charts have: a title, a legend, axes in text that is never stretched, the plot, and the same as a table.</summary>
/// <param name="Id">Unique in the page.</param>
/// <param name="Title">What is shown.</param>
/// <param name="Unit">In what.</param>
/// <param name="Legend">Names and classes; empty where the title says it all.</param>
/// <param name="Across">The labels of the horizontal axis.</param>
/// <param name="Up">The vertical axis.</param>
/// <param name="Marks">What is drawn, in the coordinates of <see cref="Canvas"/>.</param>
/// <param name="Table">What is drawn, in numbers.</param>
internal sealed record ChartFrame(
    string Id,
    string Title,
    string Unit,
    IReadOnlyList<(string Name, string Style)> Legend,
    IReadOnlyList<AxisTick> Across,
    ValueAxis Up,
    IEnumerable<Html> Marks,
    DataTable Table)
{
    /// <summary>Labels over the plot.</summary>
    public Html Notes { get; init; }

    public Html Render() => Html.Of(
        $"""
        <figure class="chart" id="{Id}">
        <figcaption><h3>{Title}</h3> <span class="unit">{Unit}</span>{LegendList()}</figcaption>
        <div class="frame">
        <div class="up" aria-hidden="true">{Up.Ticks.Select(tick => Html.Of($"""<span style="bottom:{100 * Up.At(tick)}%">{Figures.Short(tick)}</span>"""))}</div>
        <div class="plot">
        <svg role="img" aria-labelledby="{Id}-title" viewBox="0 0 {Canvas.Width} {Canvas.Height}" preserveAspectRatio="none"><title id="{Id}-title">{Title}, {Unit}</title>
        {Up.Ticks.Select(tick => Html.Of($"""<path class="grid" d="M0 {Canvas.Y(Up.At(tick))}H{Canvas.Width}"/>"""))}{Marks}
        </svg>
        {Notes}<div class="pointer" tabindex="0" role="group" aria-label="{Title}: move along with the arrow keys"></div>
        </div>
        <div class="across" aria-hidden="true">{Across.Select(static tick => Html.Of($"""<span style="left:{100 * tick.At}%">{tick.Label}</span>"""))}</div>
        </div>
        {Table.Render($"{Title}, {Unit}")}
        </figure>
        """);

    private Html LegendList() => Legend.Count == 0
        ? Html.Empty
        : Html.Of($"""<ul class="legend">{Legend.Select(static entry => Html.Of($"""<li><i class="{entry.Style}"></i>{entry.Name}</li>"""))}</ul>""");
}
