using AwsBatch.Testing.Tests.Clients;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Testing.Tests.Wire;

public sealed class WireCountersTests
{
    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Sequential_calls_of_one_client_share_a_connection(bool https, long handshakes)
    {
        await using var aws = await AwsEndpoint.StartAsync(new() { Https = https });
        using var s3 = aws.S3();
        using var ec2 = aws.Ec2();

        for (var i = 0; i < 5; i++)
            await s3.ListBucketsAsync();
        Assert.Equal((5, 1, 1, handshakes), (aws.Wire.Requests, aws.Wire.Connections, aws.Wire.OpenConnections, aws.Wire.Handshakes));

        await ec2.DescribeRegionsAsync();
        var seen = aws.Wire.Snapshot();
        Assert.Equal((6, 2, 0, 1), (seen.Requests, seen.Connections, seen.InFlight, seen.PeakInFlight));
        Assert.Equal(["ec2:DescribeRegions", "s3:ListBuckets"], seen.Operations.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(new OperationCount(5, 0, 1), seen.Operations["s3:ListBuckets"]);
    }

    [Fact]
    public async Task A_peak_never_exceeds_what_a_client_allows_itself()
    {
        await using var aws = await AwsEndpoint.StartAsync();
        aws.S3.CreateBucket("bucket");
        aws.S3.Put("bucket", "key", new byte[100_000]);
        using var s3 = aws.S3();

        await Parallel.ForEachAsync(Enumerable.Range(0, 400), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (_, token) =>
        {
            using var got = await s3.GetObjectAsync("bucket", "key", token);
            await got.ResponseStream.CopyToAsync(Stream.Null, token);
        });

        Assert.InRange(aws.Wire.PeakInFlight, 1, 4);
        Assert.Equal(400, aws.Wire["s3:GetObject"].Requests);
    }

    [Fact]
    public async Task A_client_that_has_its_answer_is_in_flight_no_more()
    {
        await using var aws = await AwsEndpoint.StartAsync();
        aws.S3.CreateBucket("bucket");
        aws.S3.Put("bucket", "key", "x");
        using var raw = new SignedClient(aws, "s3");

        for (var i = 0; i < 300; i++)
        {
            using var answer = await raw.SendAsync(HttpMethod.Get, "/bucket/key");
            await answer.Content.ReadAsByteArrayAsync();
            Assert.Equal(0, aws.Wire.InFlight);
        }
    }

    [Fact]
    public async Task A_peak_outlasts_the_calls_of_which_it_was_made_until_a_reset_and_a_closed_connection_is_open_no_more()
    {
        var time = new FakeTimeProvider();
        await using var aws = await AwsEndpoint.StartAsync(new() { TimeProvider = time });
        aws.On("s3:ListBuckets").Latency = LatencyDistribution.Constant(TimeSpan.FromSeconds(1));
        using (var s3 = aws.S3())
        {
            var calls = Enumerable.Range(0, 3).Select(_ => s3.ListBucketsAsync()).ToArray();
            while (aws.Wire["s3:ListBuckets"].InFlight < 3)
                await Task.Yield();
            aws.Wire.Reset();
            Assert.Equal((3, 3), (aws.Wire.InFlight, aws.Wire.PeakInFlight));
            Assert.Equal(new OperationCount(0, 3, 3), aws.Wire["s3:ListBuckets"]);

            var all = Task.WhenAll(calls);
            while (!all.IsCompleted)
            {
                time.Advance(TimeSpan.FromSeconds(1));
                await Task.Yield();
            }
            await all;
            aws.On("s3:ListBuckets").Clear();
            await s3.ListBucketsAsync();
            Assert.Equal((0, 3, 3), (aws.Wire.InFlight, aws.Wire.PeakInFlight, aws.Wire.OpenConnections));
        }
        using var raw = new SignedClient(aws, "s3");
        using (await raw.SendAsync(HttpMethod.Get, "/", change: request => request.Headers.ConnectionClose = true))
        {
            while (aws.Wire.OpenConnections > 3)
                await Task.Yield();
        }
        Assert.Equal(1, aws.Wire.Connections);
    }

    [Fact]
    public async Task Reset_starts_anew_but_keeps_what_is_open()
    {
        await using var aws = await AwsEndpoint.StartAsync();
        using var s3 = aws.S3();
        await s3.ListBucketsAsync();

        aws.Wire.Reset();

        var seen = aws.Wire.Snapshot();
        Assert.Equal((0, 0, 1, 0), (seen.Requests, seen.Connections, seen.OpenConnections, seen.PeakInFlight));
        Assert.Equal(default, aws.Wire["s3:ListBuckets"]);
    }
}
