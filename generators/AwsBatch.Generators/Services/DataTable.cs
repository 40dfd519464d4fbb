namespace AwsBatch.Generators.Services;

/// <summary>The tables this assembly carries: columns apart by tabs, comments after <c>#</c>.</summary>
internal static class DataTable
{
    public static IEnumerable<string[]> Read(string name)
    {
        using var stream = typeof(DataTable).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
        }
    }
}
