using AwsBatch;

namespace App;

[BatchService("ec2", "DescribeInstances")]
public partial interface IAppBatch;
