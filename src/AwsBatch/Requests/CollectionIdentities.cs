namespace AwsBatch.CompilerServices;

internal sealed class ListIdentity<T>(IEqualityComparer<T> element, Converter<T, T> copy) : StructuralIdentity<List<T>>
{
    protected override bool HaveEqualParts(List<T> x, List<T> y)
    {
        if (x.Count != y.Count)
            return false;

        for (var index = 0; index < x.Count; index++)
        {
            if (!element.Equals(x[index], y[index]))
                return false;
        }

        return true;
    }

    protected override int HashParts(List<T> value)
    {
        var hash = default(HashCode);
        foreach (var item in value)
            hash.Add(item, element);
        return hash.ToHashCode();
    }

    protected override List<T> CopyParts(List<T> value) => value.ConvertAll(copy);
}

internal sealed class MapIdentity<T>(StructuralIdentity<T> value) : StructuralIdentity<Dictionary<string, T>>
    where T : class
{
    protected override bool HaveEqualParts(Dictionary<string, T> x, Dictionary<string, T> y)
    {
        if (x.Count != y.Count)
            return false;

        foreach (var (key, expected) in x)
        {
            if (!TryGet(y, key, out var actual) || !value.Equals(expected, actual))
                return false;
        }

        return true;
    }

    // A sum, so that the order does not matter.
    protected override int HashParts(Dictionary<string, T> map)
    {
        var sum = map.Count;
        foreach (var (key, item) in map)
        {
            var hash = default(HashCode);
            hash.Add(key, StringComparer.Ordinal);
            hash.Add(item, value);
            sum = unchecked(sum + hash.ToHashCode());
        }

        return sum;
    }

    protected override Dictionary<string, T> CopyParts(Dictionary<string, T> map)
    {
        var copy = new Dictionary<string, T>(map.Count, StringComparer.Ordinal);
        foreach (var (key, item) in map)
            copy.Add(key, value.Copy(item));
        return copy;
    }

    // A map that ignores case would find a key that is sent otherwise.
    private static bool TryGet(Dictionary<string, T> map, string key, out T? found)
    {
        if (map.Comparer == EqualityComparer<string>.Default || map.Comparer == StringComparer.Ordinal)
            return map.TryGetValue(key, out found);

        foreach (var (other, item) in map)
        {
            if (string.Equals(other, key, StringComparison.Ordinal))
            {
                found = item;
                return true;
            }
        }

        found = null;
        return false;
    }
}
