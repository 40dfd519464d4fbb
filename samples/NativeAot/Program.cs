using Amazon.EC2.Model;
using Amazon.S3.Model;
using AwsBatch;
using AwsBatch.Testing;
using Microsoft.Extensions.DependencyInjection;
using NativeAot;

await using var aws = await AwsEndpoint.StartAsync();
aws.S3.CreateBucket("data");
aws.S3.Put("data", "present", "{}");
aws.Ec2.RunInstances(count: 3);

var services = new ServiceCollection();
services.AddAwsBatch(options => options.UseEndpoint(aws));
await using var provider = services.BuildServiceProvider();

var present = IS3Batch.HeadObject(new GetObjectMetadataRequest { BucketName = "data", Key = "present" });
var absent = IS3Batch.HeadObject(new GetObjectMetadataRequest { BucketName = "data", Key = "absent" });
var instances = IEc2Batch.DescribeInstances(new DescribeInstancesRequest());
var results = await provider.GetRequiredService<IAwsBatch>().RunAsync([present, absent, instances]);

foreach (var item in results)
    Console.WriteLine(item.Error?.ToString() ?? $"{item.Service}:{item.Operation} succeeded");
Console.WriteLine(results.Summary);
return results.Failed.Count == 1 && !results.Get(absent).IsSuccess ? 0 : 1;
