using System.Buffers;
using System.Numerics;

namespace AwsBatch.Deduplication;

/// <summary>
/// The equal requests of one call: of each group the first is the leader, the others follow it. While a call is searched
/// two rented arrays are in use; what stays is one number per request, and nothing if no two are equal.
/// </summary>
internal sealed class BatchDuplicates
{
    // A leader holds its first follower, or 0: the first request of all follows nobody. A follower holds the complement of
    // the next one.
    private readonly int[] next;

    private BatchDuplicates(int[] next, int count)
    {
        this.next = next;
        Count = count;
    }

    /// <summary>How many requests follow another.</summary>
    public int Count { get; }

    /// <summary>Finds requests that are equal.</summary>
    /// <param name="requests">The requests, none null.</param>
    /// <param name="comparer">Hash and full equality.</param>
    /// <param name="scopes">Per request the pool it goes to: requests of two pools are never equal. Empty: one pool for all.</param>
    /// <param name="items">Per request the item it has ended in already: it is nobody's equal. Empty: none has.</param>
    /// <param name="besides">Others, whose followers have no turn of their own and are nobody's equal here.</param>
    /// <returns>Null if no two are equal.</returns>
    public static BatchDuplicates? Find<TRequest>(
        ReadOnlySpan<TRequest> requests,
        IEqualityComparer<TRequest> comparer,
        ReadOnlySpan<int> scopes = default,
        ReadOnlySpan<BatchItem?> items = default,
        BatchDuplicates? besides = null)
    {
        if (requests.Length < 2)
            return null;

        // At most two thirds full.
        var capacity = BitOperations.RoundUpToPowerOf2((uint)(requests.Length + (requests.Length >> 1)));
        var table = ArrayPool<int>.Shared.Rent((int)capacity);
        var hashes = ArrayPool<int>.Shared.Rent(requests.Length);
        try
        {
            return Find(requests, comparer, scopes, items, besides, table.AsSpan(0, (int)capacity), hashes);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(hashes);
            ArrayPool<int>.Shared.Return(table);
        }
    }

    /// <summary>Finds requests that are one and the same object, whatever it equals.</summary>
    /// <returns>Null if every request is its own object.</returns>
    public static BatchDuplicates? FindSameObjects<TRequest>(ReadOnlySpan<TRequest> requests)
        where TRequest : class =>
        Find(requests, ReferenceEqualityComparer.Instance);

    public bool IsFollower(int position) => next[position] < 0;

    /// <summary>The first that follows a leader, in the order of the requests; -1 if nobody does.</summary>
    public int FirstFollower(int leader) => next[leader] is var follower && follower > 0 ? follower : -1;

    /// <summary>The next one with the same leader; -1 after the last.</summary>
    public int NextFollower(int follower) => ~next[follower] is var another && another > 0 ? another : -1;

    // From the last request to the first, each taking over what equals it: so the first of a group ends as its leader, and
    // the chain runs in the order of the requests.
    private static BatchDuplicates? Find<TRequest>(
        ReadOnlySpan<TRequest> requests,
        IEqualityComparer<TRequest> comparer,
        ReadOnlySpan<int> scopes,
        ReadOnlySpan<BatchItem?> items,
        BatchDuplicates? besides,
        Span<int> table,
        Span<int> hashes)
    {
        const int Free = -1;
        table.Fill(Free);
        var shift = 32 - BitOperations.Log2((uint)table.Length);
        int[]? next = null;
        var count = 0;
        for (var position = requests.Length - 1; position >= 0; position--)
        {
            if ((!items.IsEmpty && items[position] is not null) || besides?.IsFollower(position) == true)
                continue;

            var request = requests[position];
            var scope = scopes.IsEmpty ? 0 : scopes[position];
            var hash = comparer.GetHashCode(request!) ^ scope * 486_187_739;
            hashes[position] = hash;

            // Fibonacci hashing, then linear probing.
            var bucket = (int)((uint)hash * 2_654_435_769u >> shift);
            while (table[bucket] is var leader && leader != Free)
            {
                if (hashes[leader] == hash
                    && (scopes.IsEmpty || scopes[leader] == scope)
                    && comparer.Equals(requests[leader], request))
                {
                    next ??= new int[requests.Length];
                    next[leader] = ~next[leader];
                    next[position] = leader;
                    count++;
                    break;
                }

                bucket = (bucket + 1) & (table.Length - 1);
            }

            table[bucket] = position;
        }

        return next is null ? null : new BatchDuplicates(next, count);
    }
}
