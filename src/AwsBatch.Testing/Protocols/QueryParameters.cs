using System.Globalization;

namespace AwsBatch.Testing.Protocols;

/// <summary>The decoded names and values of a query string or a form body, in the order sent.</summary>
internal sealed class QueryParameters
{
    public static readonly QueryParameters Empty = new([]);

    private readonly List<KeyValuePair<string, string>> pairs;

    private QueryParameters(List<KeyValuePair<string, string>> pairs) => this.pairs = pairs;

    public IReadOnlyList<KeyValuePair<string, string>> Pairs => pairs;

    /// <summary>The first value of that name, or null.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var pair in pairs)
            {
                if (pair.Key == name)
                    return pair.Value;
            }
            return null;
        }
    }

    public static QueryParameters Parse(ReadOnlySpan<char> query)
    {
        if (query.IsEmpty)
            return Empty;
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var range in query.Split('&'))
        {
            var pair = query[range];
            if (pair.IsEmpty)
                continue;
            var equals = pair.IndexOf('=');
            pairs.Add(equals < 0 ? new(Decode(pair), "") : new(Decode(pair[..equals]), Decode(pair[(equals + 1)..])));
        }
        return new(pairs);
    }

    public bool Contains(string name) => this[name] is not null;

    /// <summary>A value that may be absent or empty, as a number.</summary>
    /// <exception cref="AwsErrorException">The error made by <paramref name="invalid"/>: not a number, or out of range.</exception>
    public int? Number(string name, int min, int max, Func<string, string, AwsErrorException> invalid)
    {
        if (this[name] is not { Length: > 0 } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw invalid(name, text);
    }

    private static string Decode(ReadOnlySpan<char> text) =>
        text.Contains('+') ? Uri.UnescapeDataString(text.ToString().Replace('+', ' ')) : Uri.UnescapeDataString(text);
}
