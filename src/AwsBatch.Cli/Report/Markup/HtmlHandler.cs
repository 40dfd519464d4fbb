using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace AwsBatch.Cli.Report.Markup;

/// <summary>Escapes what an interpolated string holds; numbers are written as CSS and SVG read them.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlHandler(int literalLength, int formattedCount)
{
    private const int UsualValue = 16;

    private readonly StringBuilder markup = new(literalLength + (formattedCount * UsualValue));

    public void AppendLiteral(string literal) => markup.Append(literal);

    public void AppendFormatted(Html html) => markup.Append(html.ToString());

    public void AppendFormatted(IEnumerable<Html> parts) => markup.AppendJoin("", parts);

    public void AppendFormatted(string? text) => markup.Append(WebUtility.HtmlEncode(text));

    public void AppendFormatted(int number) => markup.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(double number) => markup.Append(number.ToString("0.##", CultureInfo.InvariantCulture));

    public string Take() => markup.ToString();
}
