namespace AwsBatch.Cli.Report.Markup;

/// <summary>Markup that may stand in a page as it is. Made of literals only: whatever is put into them is escaped.</summary>
internal readonly record struct Html
{
    private readonly string? text;

    private Html(string text) => this.text = text;

    public static Html Empty => default;

    /// <summary>Markup with values in it, each escaped unless it is markup itself.</summary>
    public static Html Of(HtmlHandler handler) => new(handler.Take());

    /// <summary>A file of this tool, which is markup, a style sheet or a script.</summary>
    public static Html Trusted(string text) => new(text);

    public static Html Concat(IEnumerable<Html> parts) => new(string.Concat(parts));

    public override string ToString() => text ?? "";
}
