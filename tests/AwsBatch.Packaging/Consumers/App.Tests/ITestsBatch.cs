using AwsBatch;

namespace App.Tests;

[BatchService("s3", "CreateBucket")]
public partial interface ITestsBatch;
