using Amazon.EC2.Model;
using AwsBatch;
using AwsBatch.Testing;

namespace Capabilities.Samples;

internal static class Throttles
{
    public static async Task RunAsync(Account account)
    {
        // Where the rate is known, nothing need be refused to find it.
        var paced = await account.Ec2.DescribeInstancesBatchAsync(Requests(60), new BatchOptions { MaxRequestsPerSecond = 100 });
        Console.WriteLine($"  {paced.Summary}");

        // Where it is not, a throttled request gives its slot back and is sent again, at the pace that the service bears.
        account.Endpoint.On("ec2:DescribeInstances").Throttle(perSecond: 20, burst: 10);
        var untuned = await account.Ec2.DescribeInstancesBatchAsync(Requests(60));
        Console.WriteLine($"  {untuned.Summary}");
    }

    private static IEnumerable<DescribeInstancesRequest> Requests(int count) =>
        Enumerable.Range(0, count).Select(number => new DescribeInstancesRequest { MaxResults = 5 + number });
}
