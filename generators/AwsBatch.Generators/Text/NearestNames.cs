namespace AwsBatch.Generators.Text;

/// <summary>Finds what a mistyped name may have meant.</summary>
internal static class NearestNames
{
    private const int Most = 3;

    // One edit in four characters is a slip; more is another word. Measured: "DescribeInstance" finds its plural, "xyz" nothing.
    private const double EditsPerCharacter = 0.25;

    /// <summary>
    /// At most three names, nearest first, alphabetical among equals; none if none is near. Case does not count as a
    /// difference.
    /// </summary>
    public static IReadOnlyList<string> Find(string written, IEnumerable<string> known)
    {
        var most = Math.Max(1, (int)Math.Ceiling(written.Length * EditsPerCharacter));
        if (written.Length < 2)
            return [];

        var folded = written.ToLowerInvariant();
        var near = known
            .Select(name => (Name: name, Distance: EditDistance.Between(folded, name.ToLowerInvariant(), most)))
            .Where(candidate => candidate.Distance <= most)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .ToList();

        // Beside a near name a far one is a guess: "ListObject" is ListObjects, not GetObject.
        return near
            .TakeWhile(candidate => candidate.Distance <= near[0].Distance + 1)
            .Take(Most)
            .Select(candidate => candidate.Name)
            .ToList();
    }
}
