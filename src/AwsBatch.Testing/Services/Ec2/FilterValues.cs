using System.Text;
using System.Text.RegularExpressions;

namespace AwsBatch.Testing.Services.Ec2;

/// <summary>
/// The values of a filter, of which any may match, case and all: <c>*</c> stands for any characters, <c>?</c> for one at most, and behind a
/// backslash each for itself.
/// </summary>
internal static class FilterValues
{
    private const char Escape = '\\';

    public static Predicate<string> AnyOf(List<string> values)
    {
        var matches = values.ConvertAll(One);
        return text => matches.Exists(match => match(text));
    }

    private static Predicate<string> One(string value) =>
        value.AsSpan().ContainsAny('*', '?', Escape) ? Pattern(value).IsMatch : text => text == value;

    private static Regex Pattern(string value)
    {
        var pattern = new StringBuilder(@"\A");
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == Escape && i + 1 < value.Length)
                pattern.Append(Literal(value[++i]));
            else
                pattern.Append(value[i] switch { '*' => ".*", '?' => ".?", var other => Literal(other) });
        }
        return new Regex(pattern.Append(@"\z").ToString(), RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking);
    }

    private static string Literal(char character) => Regex.Escape(character.ToString());
}
