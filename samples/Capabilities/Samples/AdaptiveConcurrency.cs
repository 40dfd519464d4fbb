using Amazon.S3.Model;
using AwsBatch;
using AwsBatch.Testing;

namespace Capabilities.Samples;

internal static class AdaptiveConcurrency
{
    public static async Task RunAsync(Account account)
    {
        // Ten servers of 20 ms each: what is in flight beyond ten waits for one of them.
        account.Endpoint.On("s3:HeadObject").Latency = LatencyDistribution.Queue(servers: 10, TimeSpan.FromMilliseconds(20));
        var limits = new Limits();

        var heads = await account.S3.HeadObjectBatchAsync(
            Enumerable.Range(0, 1_000).Select(number => new GetObjectMetadataRequest { BucketName = Account.Bucket, Key = Account.Key(number) }),
            new BatchOptions
            {
                Adaptive = new AdaptiveOptions { InitialConcurrency = 2, TargetLatency = TimeSpan.FromMilliseconds(60) },
                Progress = limits,
            });

        Console.WriteLine($"  the limit went from 2 to {limits.Highest}");
        Console.WriteLine($"  the last 300 took {heads.TakeLast(300).Average(item => item.Duration.TotalMilliseconds):0} ms each, where up to 60 ms are wanted");
        Console.WriteLine($"  {heads.Summary}");
    }

    private sealed class Limits : IProgress<BatchProgress>
    {
        public int Highest { get; private set; }

        public void Report(BatchProgress value) => Highest = Math.Max(Highest, value.Limit);
    }
}
