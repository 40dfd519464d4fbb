using AwsBatch.Testing.Tests.Clients;

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
