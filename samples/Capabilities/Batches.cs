using Amazon.S3.Model;
using AwsBatch;

namespace Capabilities;

[BatchService("s3", "HeadObject", "ListObjectsV2", "ListBuckets")]
public partial interface IS3Batch
{
    /// <summary>Downloads objects and tells their lengths.</summary>
    [BatchOperation("GetObject")]
    IAsyncEnumerable<BatchItem<GetObjectRequest, long>> DownloadAsync(
        IAsyncEnumerable<GetObjectRequest> requests,
        Func<GetObjectRequest, GetObjectResponse, CancellationToken, ValueTask<long>> consume,
        BatchOptions? options = null,
        CancellationToken cancellationToken = default);
}

[BatchService("ec2", "DescribeInstances", "RunInstances")]
public partial interface IEc2Batch;

[BatchService("sqs", "SendMessage")]
public partial interface ISqsBatch;

[BatchService("sts", "AssumeRole", "GetCallerIdentity")]
public partial interface IStsBatch;
