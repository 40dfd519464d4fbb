using Amazon.S3.Model;
using AwsBatch;

namespace Capabilities.Samples;

internal static class Downloads
{
    public static async Task RunAsync(Account account)
    {
        // The consumer runs within the request's slot, and once more if a retry is needed; the response is disposed of afterwards.
        long bytes = 0, objects = 0;
        await foreach (var item in account.S3.DownloadAsync(Endless(account), CountAsync, new BatchOptions { Concurrency = 16 }))
        {
            bytes += item.EnsureSuccess();
            if (++objects == 1_000)
                break; // The source has no end: to leave the loop cancels what is in flight, and awaits it.
        }

        Console.WriteLine($"  {objects} objects, {bytes} bytes, in memory that does not grow with the stream");
    }

    private static async ValueTask<long> CountAsync(GetObjectRequest request, GetObjectResponse response, CancellationToken cancellationToken)
    {
        using var content = new StreamReader(response.ResponseStream);
        return (await content.ReadToEndAsync(cancellationToken)).Length;
    }

    private static async IAsyncEnumerable<GetObjectRequest> Endless(Account account)
    {
        for (var number = 0; ; number++)
        {
            await Task.Yield();
            yield return new GetObjectRequest { BucketName = Account.Bucket, Key = Account.Key(number % 2_500) };
        }
    }
}
