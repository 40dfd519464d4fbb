using AwsBatch;

namespace NativeAot;

[BatchService("s3", "HeadObject", "ListBuckets")]
public partial interface IS3Batch;

[BatchService("ec2", "DescribeInstances")]
public partial interface IEc2Batch;
