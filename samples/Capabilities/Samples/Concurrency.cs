using Amazon.S3.Model;
using AwsBatch;
using AwsBatch.Testing;

namespace Capabilities.Samples;

internal static class Concurrency
{
    public static async Task RunAsync(Account account)
    {
        account.Endpoint.On("s3:HeadObject").Latency = LatencyDistribution.Constant(TimeSpan.FromMilliseconds(20));

        var heads = await account.S3.HeadObjectBatchAsync(
            Enumerable.Range(0, 400).Select(number => new GetObjectMetadataRequest { BucketName = Account.Bucket, Key = Account.Key(number) }),
            new BatchOptions { Concurrency = 20 });

        Console.WriteLine($"  {heads.Summary}");
        Console.WriteLine($"  the endpoint saw {account.Endpoint.Wire["s3:HeadObject"].PeakInFlight} at a time at most");
        Console.WriteLine($"  in the order of the requests: {heads[7].Request.Key} has {heads[7].Response?.ContentLength} bytes");
    }
}
