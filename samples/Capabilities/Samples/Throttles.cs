using Amazon.EC2.Model;
using AwsBatch;
using AwsBatch.Testing;

namespace Capabilities.Samples;

internal static class Throttles
{
    public static async Task RunAsync(Account account)
    {
        var throttle = account.Endpoint.On("ec2:DescribeInstances");
        throttle.Throttle(perSecond: 50, burst: 20);

        // A throttled request gives its slot back and is sent again, at the pace that the service bears.
        var untuned = await account.Ec2.DescribeInstancesBatchAsync(Requests(120));
        Console.WriteLine($"  {untuned.Summary}");

        // Where the rate is known, nothing need be refused to find it.
        throttle.Clear();
        var paced = await account.Ec2.DescribeInstancesBatchAsync(Requests(120), new BatchOptions { MaxRequestsPerSecond = 100 });
        Console.WriteLine($"  {paced.Summary}");
    }

    private static IEnumerable<DescribeInstancesRequest> Requests(int count) =>
        Enumerable.Range(0, count).Select(number => new DescribeInstancesRequest { MaxResults = 5 + number });
}
