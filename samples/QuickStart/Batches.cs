using AwsBatch;

namespace QuickStart;

// All that AwsBatch needs to know: the services, and the operations by name. The generator writes the rest.

[BatchService("s3", "HeadObject", "GetObject", "ListObjectsV2", "ListBuckets", "CreateBucket", "PutObject", "DeleteObject", "DeleteBucket")]
public partial interface IS3Batch;

[BatchService("ec2", "DescribeInstances", "DescribeRegions")]
public partial interface IEc2Batch;

[BatchService("lambda", "ListFunctions", "GetFunction", "Invoke")]
public partial interface ILambdaBatch;
