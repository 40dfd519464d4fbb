using Amazon.EC2.Model;
using Amazon.S3.Model;

namespace Capabilities.Samples;

internal static class Monitoring
{
    public static async Task RunAsync(Account account)
    {
        await account.S3.HeadObjectBatchAsync(
            Enumerable.Range(0, 500).Select(number => new GetObjectMetadataRequest { BucketName = Account.Bucket, Key = Account.Key(number) }));
        await account.Ec2.DescribeInstancesBatchAsync(
            Enumerable.Range(0, 50).Select(number => new DescribeInstancesRequest { MaxResults = 5 + number }));

        // Of all that this service provider ran. Meter and activity source "AwsBatch" tell OpenTelemetry the same.
        foreach (var (_, operation) in account.Stats.Snapshot())
            Console.WriteLine($"  {operation}");
    }
}
