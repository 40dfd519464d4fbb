using System.Runtime.CompilerServices;

namespace AwsBatch.Execution;

/// <summary>
/// Where a stream's requests come from. It may take any time over its next one: a call that ends leaves it there after a
/// moment, and it is disposed when it has come back.
/// </summary>
/// <param name="requests">What the caller gave.</param>
internal sealed class StreamSource<TRequest>(IAsyncEnumerable<TRequest> requests)
{
    private const int WithTheReader = 0;
    private const int WithTheSource = 1;
    private const int Left = 2;

    private int turn;

    /// <summary>The requests, until the call leaves; once.</summary>
    public async IAsyncEnumerable<TRequest> ReadAsync([EnumeratorCancellation] CancellationToken stopping)
    {
        if (!TryPass(WithTheReader, WithTheSource))
            yield break;

        var source = requests.GetAsyncEnumerator(stopping);
        await using (source.ConfigureAwait(false))
        {
            while (await source.MoveNextAsync().ConfigureAwait(false) && TryPass(WithTheSource, WithTheReader))
            {
                yield return source.Current;
                if (!TryPass(WithTheReader, WithTheSource))
                    yield break;
            }
        }
    }

    /// <summary>Asks for no further request.</summary>
    /// <returns>Whether the source has been asked for one and still keeps it: if not, its reader ends by itself.</returns>
    public bool Leave() => Interlocked.Exchange(ref turn, Left) == WithTheSource;

    private bool TryPass(int from, int to) => Interlocked.CompareExchange(ref turn, to, from) == from;
}
