using System.Diagnostics.CodeAnalysis;
using AwsBatch.Testing.Services.S3.Multipart;

namespace AwsBatch.Testing.Services.S3;

/// <summary>
/// A bucket's objects: by key for reads, and in key order for listings. The order is a sorted list, so that a page starts by binary
/// search; inserts move memory, which stays cheap up to hundreds of thousands of objects and costs nothing for keys that come in order.
/// </summary>
internal sealed class Bucket(string name, string region, DateTimeOffset created)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, StoredObject> byKey = new(StringComparer.Ordinal);
    private readonly List<string> ordered = [];
    private bool deleted;

    public string Name => name;

    public string Region => region;

    public DateTimeOffset Created => created;

    public MultipartUploads Uploads { get; } = new();

    public bool TryGet(string key, [NotNullWhen(true)] out StoredObject? found)
    {
        lock (gate)
            return byKey.TryGetValue(key, out found);
    }

    /// <summary>Stores the object if <paramref name="allow"/>, shown what the key holds now, does not throw.</summary>
    /// <returns>False if the bucket has been deleted meanwhile.</returns>
    public bool Put(StoredObject item, Action<StoredObject?>? allow = null)
    {
        lock (gate)
        {
            if (deleted)
                return false;
            var exists = byKey.TryGetValue(item.Key, out var present);
            allow?.Invoke(present);
            byKey[item.Key] = item;
            if (!exists)
                ordered.Insert(~IndexOf(item.Key), item.Key);
            return true;
        }
    }

    /// <summary>Removes what the key holds, if anything, and if <paramref name="allow"/>, shown that, does not throw.</summary>
    public void Remove(string key, Action<StoredObject?> allow)
    {
        lock (gate)
        {
            allow(byKey.GetValueOrDefault(key));
            if (byKey.Remove(key))
                ordered.RemoveAt(IndexOf(key));
        }
    }

    /// <summary>Marks the bucket deleted, unless it holds objects.</summary>
    public bool TryDelete()
    {
        lock (gate)
            return deleted = deleted || ordered.Count == 0;
    }

    public ListingPage List(ListingQuery query)
    {
        lock (gate)
            return Listing.Read(query, ordered, byKey);
    }

    private int IndexOf(string key)
    {
        // Keys mostly arrive in order; do not search for the end.
        if (ordered.Count == 0 || Utf8Order.Compare(ordered[^1], key) < 0)
            return ~ordered.Count;
        var (low, high) = (0, ordered.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (Utf8Order.Compare(ordered[middle], key))
            {
                case 0: return middle;
                case < 0: low = middle + 1; break;
                default: high = middle - 1; break;
            }
        }
        return ~low;
    }
}
