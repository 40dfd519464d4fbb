using AwsBatch.Cli.Report.Markup;

namespace AwsBatch.Cli.Report.Charts;

/// <summary>What a chart shows, for those who cannot see it; the page's script takes its tooltips from it.</summary>
internal sealed record DataTable(IReadOnlyList<string> Heads, IReadOnlyList<DataRow> Rows)
{
    public Html Render(string caption) => Html.Of(
        $"""
        <details class="data"><summary>Show as a table</summary><div class="scroll" tabindex="0"><table><caption>{caption}</caption>
        <thead><tr>{Heads.Select(static head => Html.Of($"""<th scope="col">{head}</th>"""))}</tr></thead>
        <tbody>{Rows.Select(static row => row.Render())}</tbody></table></div></details>
        """);
}

/// <summary>A row, and the stretch of the plot that it stands for, from 0 to 1.</summary>
internal sealed record DataRow(double From, double To, IReadOnlyList<string> Cells)
{
    public Html Render() => Html.Of(
        $"""
        <tr data-from="{Canvas.X(From)}" data-to="{Canvas.X(To)}"><th scope="row">{Cells[0]}</th>{Cells.Skip(1).Select(static cell => Html.Of($"<td>{cell}</td>"))}</tr>
        """);
}
