namespace AwsBatch.Testing.Behaviour;

/// <summary>The names a misspelt one was probably meant to be.</summary>
internal static class NearestNames
{
    public static IEnumerable<string> To(string name, IEnumerable<string> candidates, int count = 3) =>
        candidates.OrderBy(candidate => EditDistance(name.ToLowerInvariant(), candidate.ToLowerInvariant())).Take(count);

    private static int EditDistance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substitution = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
