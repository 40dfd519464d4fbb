using Amazon.S3.Model;
using AwsBatch;

namespace Capabilities.Samples;

internal static class Failures
{
    public static async Task RunAsync(Account account)
    {
        GetObjectMetadataRequest[] requests =
        [
            new() { BucketName = Account.Bucket, Key = Account.Key(0) },
            new() { BucketName = Account.Bucket, Key = "not-there" },
            new() { BucketName = Account.Bucket, Key = Account.Key(1) },
        ];

        // Resilient, as it is by default: every request has its item, and a failure is one of them.
        var heads = await account.S3.HeadObjectBatchAsync(requests);
        Console.WriteLine($"  {heads.Succeeded.Count} of {heads.Count} succeeded");
        foreach (var item in heads.Failed)
            Console.WriteLine($"  #{item.Index}, {item.Request.Key}: {item.Error}");

        // Fail-fast: the first failure ends the batch; what is in flight is cancelled and awaited first, nothing more is sent.
        try
        {
            await account.S3.HeadObjectBatchAsync(requests, new BatchOptions { FailFast = true, Concurrency = 1 });
        }
        catch (BatchFailedException failed)
        {
            Console.WriteLine($"  {failed.Message}");
            Console.WriteLine($"  {failed.Completed.Count} had been finished by then");
        }
    }
}
