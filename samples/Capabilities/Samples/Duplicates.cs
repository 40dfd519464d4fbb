using Amazon.S3.Model;
using AwsBatch;

namespace Capabilities.Samples;

internal static class Duplicates
{
    public static async Task RunAsync(Account account)
    {
        // Of one batch, what only reads and is equal in every parameter is sent once.
        var heads = await account.S3.HeadObjectBatchAsync(Enumerable.Range(0, 100).Select(number => Head(number % 10)));
        Console.WriteLine($"  100 requests, {Sent(account)} sent, {heads.Summary.DedupeHits} answered by the answer to an equal one");

        // Across calls, where a window says so.
        var window = new BatchOptions { DedupeWindow = TimeSpan.FromMinutes(1) };
        await account.S3.HeadObjectBatchAsync([Head(11)], window);
        var again = await account.S3.HeadObjectBatchAsync([Head(11)], window);
        Console.WriteLine($"  asked again within the window: {again[0].Attempts} attempts, deduplicated: {again[0].Deduplicated}");

        // And for anything of your own: ten callers, one run.
        var runs = 0;
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => account.Deduplicator.RunAsync("report-2026", async cancellationToken =>
        {
            await Task.Yield();
            return Interlocked.Increment(ref runs);
        })));
        Console.WriteLine($"  ten callers of work of your own: {runs} run");
    }

    private static GetObjectMetadataRequest Head(int number) => new() { BucketName = Account.Bucket, Key = Account.Key(number) };

    private static long Sent(Account account) => account.Endpoint.Wire["s3:HeadObject"].Requests;
}
