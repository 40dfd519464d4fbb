namespace AwsBatch.Specification;

[BatchService(
    "s3",
    "ListBuckets", "HeadObject", "ListObjects", "ListObjectsV2", "GetObject", "PutObject", "DeleteObject", "CopyObject",
    "CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload")]
public partial interface IS3Batch;

[BatchService("ec2", "DescribeInstances", "DescribeImages", "DescribeRegions", "RunInstances")]
public partial interface IEc2Batch;

[BatchService("lambda", "ListFunctions", "GetFunction", "Invoke")]
public partial interface ILambdaBatch;
