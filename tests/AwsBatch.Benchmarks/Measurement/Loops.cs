namespace AwsBatch.Benchmarks.Measurement;

/// <summary>The two loops that users write by hand.</summary>
internal static class Loops
{
    public static async Task<TResult[]> ForEachAsync<TResult>(
        int count, int concurrency, Func<int, CancellationToken, Task<TResult>> call, CancellationToken cancellationToken)
    {
        var results = new TResult[count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken },
            async (number, cancellationToken) => results[number] = await call(number, cancellationToken));
        return results;
    }

    public static async Task<TResult[]> SemaphoreWhenAllAsync<TResult>(
        int count, int concurrency, Func<int, CancellationToken, Task<TResult>> call, CancellationToken cancellationToken)
    {
        using var semaphore = new SemaphoreSlim(concurrency);
        return await Task.WhenAll(Enumerable.Range(0, count).Select(async number =>
        {
            await semaphore.WaitAsync(cancellationToken);
            try
            {
                return await call(number, cancellationToken);
            }
            finally
            {
                semaphore.Release();
            }
        }));
    }
}
