using Amazon.EC2.Model;
using Amazon.S3.Model;
using AwsBatch;
using AwsBatch.Testing;
using Library;
using Microsoft.Extensions.DependencyInjection;

namespace App;

internal static class Program
{
    public static async Task Main()
    {
        await using var aws = await EmbeddedAws.StartAsync();
        await using var services = new ServiceCollection().AddAwsBatch(options => options.UseEndpoint(aws)).Services.BuildServiceProvider();

        var buckets = ILibraryBatch.ListBuckets(new ListBucketsRequest());
        var instances = IAppBatch.DescribeInstances(new DescribeInstancesRequest());
        var results = await services.GetRequiredService<IAwsBatch>().RunAsync([buckets, instances]);

        Console.WriteLine($"buckets: {results.Get(buckets).Response?.Buckets?.Count}");
        Console.WriteLine($"instances: {results.Get(instances).Response?.Reservations?.Sum(reservation => reservation.Instances.Count)}");
        Console.WriteLine($"on the wire: {aws.Wire.Requests}");
    }
}
