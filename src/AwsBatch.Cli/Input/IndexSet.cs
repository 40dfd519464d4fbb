namespace AwsBatch.Cli.Input;

/// <summary>Places of records, most of which lie side by side: a bit for each.</summary>
internal sealed class IndexSet
{
    private const int BitsOfWord = 64;

    private readonly Dictionary<int, ulong> words = [];

    /// <returns>False: it was there already.</returns>
    public bool Add(int index)
    {
        var bit = 1UL << (index % BitsOfWord);
        var before = words.GetValueOrDefault(index / BitsOfWord);
        words[index / BitsOfWord] = before | bit;
        return (before & bit) == 0;
    }
}
