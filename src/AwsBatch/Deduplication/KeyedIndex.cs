using System.Numerics;

namespace AwsBatch.Deduplication;

/// <summary>Something found by its key, under the hash the key had when it came.</summary>
internal abstract class KeyedNode<TKey, TNode>(TKey key, int hash)
    where TNode : KeyedNode<TKey, TNode>
{
    public TKey Key { get; protected set; } = key;

    public int Hash { get; } = hash;

    /// <summary>The next in the same bucket; the index's own.</summary>
    internal TNode? NextInBucket { get; set; }
}

/// <summary>
/// A hash table that removes by identity and never asks a stored key for its hash again: a key that somebody changes is
/// no longer found, and still goes. Not thread-safe.
/// </summary>
internal sealed class KeyedIndex<TKey, TNode>(IEqualityComparer<TKey> comparer)
    where TNode : KeyedNode<TKey, TNode>
{
    private TNode?[] buckets = new TNode?[16];

    public int Count { get; private set; }

    public TNode? Find(TKey key, int hash)
    {
        for (var node = buckets[BucketOf(hash)]; node is not null; node = node.NextInBucket)
        {
            if (node.Hash == hash && comparer.Equals(node.Key, key))
                return node;
        }

        return null;
    }

    public void Add(TNode node)
    {
        if (Count == buckets.Length)
            Grow();
        Link(node);
        Count++;
    }

    /// <returns>Whether this very node was in the index.</returns>
    public bool Remove(TNode node)
    {
        ref var link = ref buckets[BucketOf(node.Hash)];
        TNode? previous = null;
        for (var current = link; current is not null; previous = current, current = current.NextInBucket)
        {
            if (!ReferenceEquals(current, node))
                continue;
            if (previous is null)
                link = node.NextInBucket;
            else
                previous.NextInBucket = node.NextInBucket;
            node.NextInBucket = null;
            Count--;
            return true;
        }

        return false;
    }

    /// <summary>Empties the index.</summary>
    /// <returns>What was in it.</returns>
    public List<TNode> RemoveAll()
    {
        var nodes = new List<TNode>(Count);
        foreach (var first in buckets)
        {
            for (var node = first; node is not null; node = node.NextInBucket)
                nodes.Add(node);
        }

        Array.Clear(buckets);
        Count = 0;
        return nodes;
    }

    private void Grow()
    {
        var nodes = RemoveAll();
        buckets = new TNode?[buckets.Length * 2];
        Count = nodes.Count;
        foreach (var node in nodes)
            Link(node);
    }

    private void Link(TNode node)
    {
        ref var link = ref buckets[BucketOf(node.Hash)];
        node.NextInBucket = link;
        link = node;
    }

    // Fibonacci hashing: the high bits depend on all bits of the hash.
    private int BucketOf(int hash) =>
        (int)((uint)hash * 2_654_435_769u >> (32 - BitOperations.Log2((uint)buckets.Length)));
}
