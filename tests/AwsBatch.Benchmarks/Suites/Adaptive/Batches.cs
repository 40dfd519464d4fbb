using System.Diagnostics;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;
using AwsBatch.Benchmarks.Measurement;
using AwsBatch.Benchmarks.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Benchmarks.Suites.Adaptive;

/// <summary>What a batch came to.</summary>
/// <param name="Elapsed">Until the last request had succeeded.</param>
/// <param name="FailedCalls">How many calls failed on the way, after all retries of their own, and had to be made again.</param>
internal sealed record Outcome(TimeSpan Elapsed, int FailedCalls);

/// <summary>The same batch, left to AwsBatch and in a loop.</summary>
internal static class Batches
{
    public static async Task<Outcome> UntunedAsync(EndpointProcess endpoint, int requests, CancellationToken cancellationToken)
    {
        await using var provider = AwsBatchProviders.Create(endpoint);
        var ec2 = provider.GetRequiredService<IEc2Batch>();
        var started = Stopwatch.GetTimestamp();
        var results = await ec2.DescribeInstancesBatchAsync(Requests(requests), cancellationToken: cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(started);
        if (results.Failed is [var item, ..])
            throw new InvalidMeasurementException($"AwsBatch failed where it should have waited: {item.Error}");
        return new Outcome(elapsed, FailedCalls: 0);
    }

    /// <summary>What fails is tried in another pass, until nothing is left.</summary>
    public static async Task<Outcome> FixedAsync(EndpointProcess endpoint, int requests, int concurrency, CancellationToken cancellationToken)
    {
        using var ec2 = SdkClients.Create<IAmazonEC2>(endpoint);
        var left = Requests(requests);
        var failedCalls = 0;
        var started = Stopwatch.GetTimestamp();
        while (left.Length > 0)
        {
            var pass = left;
            var succeeded = await Loops.ForEachAsync(pass.Length, concurrency, (number, _) => TryAsync(pass[number]), cancellationToken);
            left = [.. pass.Where((_, number) => !succeeded[number])];
            failedCalls += left.Length;
        }

        return new Outcome(Stopwatch.GetElapsedTime(started), failedCalls);

        async Task<bool> TryAsync(DescribeInstancesRequest request)
        {
            try
            {
                await ec2.DescribeInstancesAsync(request, cancellationToken);
                return true;
            }
            catch (AmazonServiceException)
            {
                return false;
            }
        }
    }

    private static DescribeInstancesRequest[] Requests(int count) =>
        [.. Enumerable.Range(0, count).Select(static number => new DescribeInstancesRequest { InstanceIds = [$"i-{number:x17}"] })];
}
