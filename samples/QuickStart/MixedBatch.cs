using Amazon.EC2.Model;
using Amazon.Lambda.Model;
using Amazon.S3.Model;
using AwsBatch;

namespace QuickStart;

/// <summary>The main job: requests of three services in one list, each with a handle.</summary>
internal static class MixedBatch
{
    public static IReadOnlyList<BatchRequest> Of(IWorld world)
    {
        var requests = new List<BatchRequest>
        {
            IS3Batch.ListBuckets(new ListBucketsRequest()),

            // Nobody has this bucket: its item will say so, and the others will not notice.
            IS3Batch.GetObject(new GetObjectRequest { BucketName = "no-such-bucket-here", Key = "report.csv" }, CountBytesAsync),
        };

        for (var number = 0; number < 2_000; number++)
        {
            var key = world.Keys[number % world.Keys.Count];
            requests.Add(IS3Batch.HeadObject(new GetObjectMetadataRequest { BucketName = world.Bucket, Key = key }));
            if (number % 10 == 0)
                requests.Add(IS3Batch.GetObject(new GetObjectRequest { BucketName = world.Bucket, Key = key }, CountBytesAsync));
            if (number % 40 == 0)
                requests.Add(IS3Batch.ListObjectsV2(new ListObjectsV2Request { BucketName = world.Bucket, StartAfter = key, MaxKeys = 100 }));
            if (number % 20 == 0)
                requests.Add(IEc2Batch.DescribeInstances(new DescribeInstancesRequest { MaxResults = 5 + (number / 20) }));
            if (number % 100 == 0)
                requests.Add(IEc2Batch.DescribeRegions(new DescribeRegionsRequest()));
            if (number % 50 == 0)
                requests.Add(ILambdaBatch.ListFunctions(new ListFunctionsRequest { MaxItems = 10 }));
        }

        foreach (var function in world.Functions)
        {
            requests.Add(ILambdaBatch.GetFunction(new GetFunctionRequest { FunctionName = function }));
            requests.Add(ILambdaBatch.Invoke(new InvokeRequest { FunctionName = function, Payload = """{"ping":true}""" }));
        }

        return requests;
    }

    // Runs while the request holds its slot; AwsBatch disposes the response afterwards.
    private static async ValueTask<long> CountBytesAsync(
        GetObjectRequest request, GetObjectResponse response, CancellationToken cancellationToken)
    {
        await response.ResponseStream.CopyToAsync(Stream.Null, cancellationToken);
        return response.ContentLength;
    }
}
