using Amazon.EC2.Model;
using Amazon.S3.Model;
using AwsBatch;
using Microsoft.Extensions.DependencyInjection;
using NativeAot;

// Runs against AWS, or against the endpoint whose URL is given; region and credentials are found where the SDK looks for them.
var services = new ServiceCollection();
services.AddAwsBatch(options => options.EndpointUrl = args.FirstOrDefault());
await using var provider = services.BuildServiceProvider();

var buckets = IS3Batch.ListBuckets(new ListBucketsRequest());
var instances = IEc2Batch.DescribeInstances(new DescribeInstancesRequest());

// Nobody has this bucket: errors have to survive trimming too.
var absent = IS3Batch.HeadObject(new GetObjectMetadataRequest { BucketName = "no-such-bucket-here", Key = "report.csv" });

var results = await provider.GetRequiredService<IAwsBatch>().RunAsync([buckets, instances, absent]);

Console.WriteLine($"buckets: {results.Get(buckets).Response?.Buckets?.Count}");
Console.WriteLine($"instances: {results.Get(instances).Response?.Reservations?.Sum(reservation => reservation.Instances.Count)}");
foreach (var item in results.Failed)
    Console.WriteLine($"#{item.Index}: {item.Error}");
Console.WriteLine($"{results.Summary}.");
