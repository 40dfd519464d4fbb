namespace AwsBatch.Benchmarks.Suites;

[BatchService("s3", "HeadObject", "ListObjectsV2")]
internal partial interface IS3Batch;

[BatchService("ec2", "DescribeInstances")]
internal partial interface IEc2Batch;

[BatchService("dynamodb", "GetItem")]
internal partial interface IDynamoDbBatch;

[BatchService("sqs", "SendMessage")]
internal partial interface ISqsBatch;

[BatchService("lambda", "Invoke")]
internal partial interface ILambdaBatch;
