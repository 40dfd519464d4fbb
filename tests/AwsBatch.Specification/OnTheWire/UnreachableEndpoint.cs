using System.Net;
using System.Net.Sockets;
using Amazon.S3.Model;
using AwsBatch.Specification.OnTheWire.Support;

namespace AwsBatch.Specification.OnTheWire;

/// <summary>An endpoint that takes no connections: the pool's breaker opens, and items wait for it to close.</summary>
public sealed class UnreachableEndpoint
{
    [Fact]
    public async Task Items_that_meet_an_open_breaker_complete_when_the_endpoint_is_back()
    {
        // Twenty open the breaker; the endpoint is back at its third trial.
        var connections = new Refusals(times: 22);
        await using var world = await World.StartAsync(clock: new FastClock(20), configure: (aws, _) => connections.Refuse(aws));

        var items = await WireCall.Of("s3:HeadObject").SendAsync(world, 60, new BatchOptions
        {
            Concurrency = 2, Dedupe = DedupeMode.Off, AttemptTimeout = TimeSpan.FromMinutes(30), TotalTimeout = TimeSpan.FromMinutes(30),
        });

        // Only who was refused three times, by the network itself, may have given up; an open breaker fails nobody.
        var failed = items.Where(item => !item.IsSuccess).ToList();
        Assert.InRange(failed.Count, 0, 22 / 3);
        Assert.All(failed, item => Assert.Equal((BatchErrorKind.Network, 0), (item.Error!.Kind, item.Attempts)));
        WireAssert.CountsAgree(world, "s3:HeadObject", items);
    }

    // Each of the items that a pool holds waits its own total time; if all did, 1,000 items would take sixteen of them.
    [Fact]
    public async Task A_dead_endpoint_ends_a_long_batch_in_bounded_time()
    {
        var connections = new Refusals(times: int.MaxValue);
        await using var world = await World.StartAsync(clock: new FastClock(20), configure: (aws, _) => connections.Refuse(aws));
        var total = TimeSpan.FromSeconds(60);

        var result = await world.S3.DeleteObjectBatchAsync(
            Enumerable.Range(0, 1_000).Select(number => new DeleteObjectRequest { BucketName = World.Bucket, Key = $"{number}" }),
            new BatchOptions { AttemptTimeout = total, TotalTimeout = total });

        Assert.Equal(1_000, result.Failed.Count);
        // The time of one whose connection was being refused at that moment is over as well.
        Assert.All(result.Failed, item => Assert.True(item.Error!.Kind is BatchErrorKind.Network or BatchErrorKind.Timeout));
        Assert.All(
            result.Failed.Where(item => item.Error!.Kind == BatchErrorKind.Network),
            item => Assert.Contains("refused", item.Error!.Message, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, world.Endpoint.Wire.Requests);
        Assert.True(result.Summary.WallTime < 3 * total, result.Summary.ToString());
    }

    /// <summary>The network's word that nobody listens, so many times.</summary>
    private sealed class Refusals(int times)
    {
        private int attempted;

        public void Refuse(AwsBatchOptions options) => options.ConfigureHttp(handler => handler.ConnectCallback = async (context, cancellationToken) =>
        {
            if (Interlocked.Increment(ref attempted) <= times)
                throw new SocketException((int)SocketError.ConnectionRefused);

            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(new DnsEndPoint(context.DnsEndPoint.Host, context.DnsEndPoint.Port), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        });
    }
}
