namespace AwsBatch.Dynamic.Names;

/// <summary>Reads the tables of this folder: tab-separated, <c>#</c> begins a comment.</summary>
internal static class Table
{
    public static IEnumerable<string[]> Read(string name)
    {
        using var stream = typeof(Table).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
        }
    }
}
