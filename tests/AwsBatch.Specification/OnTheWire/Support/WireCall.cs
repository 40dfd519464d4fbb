using Amazon.EC2.Model;
using Amazon.S3.Model;

namespace AwsBatch.Specification.OnTheWire.Support;

/// <summary>An operation of those that are proven on the wire: reads and writes, over both of the services' protocols.</summary>
/// <param name="Operation">Its name at the endpoint.</param>
/// <param name="SendAsync">Sends so many requests of it, none equal to another's object.</param>
internal sealed record WireCall(string Operation, Func<World, int, BatchOptions, Task<IReadOnlyList<BatchItem>>> SendAsync)
{
    public static IReadOnlyList<WireCall> All { get; } =
    [
        new("s3:HeadObject", static async (world, count, options) => await world.S3.HeadObjectBatchAsync(
            Make(count, static number => new GetObjectMetadataRequest { BucketName = World.Bucket, Key = $"key-{number % 20}" }), options)),
        new("s3:ListObjectsV2", static async (world, count, options) => await world.S3.ListObjectsV2BatchAsync(
            Make(count, static number => new ListObjectsV2Request { BucketName = World.Bucket, Prefix = $"key-{number}" }), options)),
        new("ec2:DescribeInstances", static async (world, count, options) => await world.Ec2.DescribeInstancesBatchAsync(
            Make(count, static _ => new DescribeInstancesRequest()), options)),
        new("s3:PutObject", static async (world, count, options) => await world.S3.PutObjectBatchAsync(
            Make(count, static number => new PutObjectRequest { BucketName = World.Bucket, Key = $"put-{number}", ContentBody = "new" }), options)),
        new("s3:DeleteObject", static async (world, count, options) => await world.S3.DeleteObjectBatchAsync(
            Make(count, static number => new DeleteObjectRequest { BucketName = World.Bucket, Key = $"gone-{number}" }), options)),
        new("ec2:RunInstances", static async (world, count, options) => await world.Ec2.RunInstancesBatchAsync(
            Make(count, static _ => new RunInstancesRequest { ImageId = "ami-12c6146b", MinCount = 1, MaxCount = 1 }), options)),
    ];

    public static WireCall Of(string operation) => All.Single(call => call.Operation == operation);

    public override string ToString() => Operation;

    private static IEnumerable<TRequest> Make<TRequest>(int count, Func<int, TRequest> make) => Enumerable.Range(0, count).Select(make);
}
