using Amazon.EC2.Model;
using Amazon.S3.Model;
using AwsBatch;

namespace Capabilities.Samples;

internal static class MixedBatch
{
    public static async Task RunAsync(Account account)
    {
        // A request is a handle: its item is had by it, typed, or by its place.
        var buckets = IS3Batch.ListBuckets(new ListBucketsRequest());
        var instances = IEc2Batch.DescribeInstances(new DescribeInstancesRequest());
        var elsewhere = IEc2Batch.DescribeInstances(new DescribeInstancesRequest()).In(new BatchTarget { Region = "us-east-2" });

        var results = await account.Aws.RunAsync([buckets, instances, elsewhere]);

        Console.WriteLine($"  {results.Get(buckets).Response?.Buckets?.Count} bucket");
        // The embedded endpoint has the same instances in every region.
        foreach (var handle in new[] { instances, elsewhere })
        {
            var item = results.Get(handle);
            Console.WriteLine($"  {item.Response?.Reservations?.Sum(reservation => reservation.Instances.Count)} instances in {item.Target.Region}");
        }

        // Each account × region × service is a pool: client, connections and limit of its own, so that a slow one slows no other.
        Console.WriteLine($"  results[1] is {results[1].Service}:{results[1].Operation}");
    }
}
