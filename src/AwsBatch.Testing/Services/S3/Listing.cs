namespace AwsBatch.Testing.Services.S3;

/// <summary>What a page of a listing asks for.</summary>
/// <param name="Prefix">Only keys that begin so.</param>
/// <param name="Delimiter">Keys that share a part up to it after the prefix are rolled into one; empty for none.</param>
/// <param name="After">The page begins after this key or common prefix; empty for the begin.</param>
/// <param name="MaxKeys">At most so many keys and common prefixes.</param>
internal readonly record struct ListingQuery(string Prefix, string Delimiter, string After, int MaxKeys);

/// <param name="Objects">In key order.</param>
/// <param name="CommonPrefixes">In key order.</param>
/// <param name="Next">Where the next page begins after, or null if this is the last.</param>
internal sealed record ListingPage(List<StoredObject> Objects, List<string> CommonPrefixes, string? Next);

internal static class Listing
{
    public static ListingPage Read(ListingQuery query, List<string> ordered, Dictionary<string, StoredObject> byKey)
    {
        var page = new ListingPage([], [], Next: null);
        var last = "";
        var index = FirstIndex(query, ordered);
        while (index < ordered.Count && ordered[index].StartsWith(query.Prefix, StringComparison.Ordinal) && query.MaxKeys > 0)
        {
            if (page.Objects.Count + page.CommonPrefixes.Count == query.MaxKeys)
                return page with { Next = last };
            if (CommonPrefix(ordered[index], query) is { } common)
            {
                page.CommonPrefixes.Add(last = common);
                index = EndOfPrefix(ordered, common, index);
            }
            else
            {
                last = ordered[index++];
                page.Objects.Add(byKey[last]);
            }
        }
        return page;
    }

    private static int FirstIndex(ListingQuery query, List<string> ordered)
    {
        var begin = FirstWhere(ordered, 0, key => Utf8Order.Compare(key, query.Prefix) >= 0);
        if (query.After.Length == 0)
            return begin;
        // Having listed a common prefix, all keys it stands for are done.
        return CommonPrefix(query.After, query) == query.After
            ? EndOfPrefix(ordered, query.After, begin)
            : FirstWhere(ordered, begin, key => Utf8Order.Compare(key, query.After) > 0);
    }

    private static string? CommonPrefix(string key, ListingQuery query)
    {
        if (query.Delimiter.Length == 0 || !key.StartsWith(query.Prefix, StringComparison.Ordinal))
            return null;
        var at = key.IndexOf(query.Delimiter, query.Prefix.Length, StringComparison.Ordinal);
        return at < 0 ? null : key[..(at + query.Delimiter.Length)];
    }

    private static int EndOfPrefix(List<string> ordered, string prefix, int from) =>
        FirstWhere(ordered, from, key => Utf8Order.Compare(key, prefix) > 0 && !key.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>The first index whose key fulfils a condition that, once true in key order, stays true.</summary>
    private static int FirstWhere(List<string> ordered, int from, Func<string, bool> condition)
    {
        var (low, high) = (from, ordered.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (condition(ordered[middle]))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }
}
