using System.Net;
using System.Net.Sockets;
using AwsBatch.Testing.Tests.Clients;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Testing.Tests.Hosting;

public sealed class AwsEndpointTests
{
    [Fact]
    public async Task It_listens_on_loopback_only_whatever_the_environment_says()
    {
        Environment.SetEnvironmentVariable("ASPNETCORE_URLS", "http://0.0.0.0:1");
        try
        {
            await using var aws = await AwsEndpoint.StartAsync();
            Assert.Equal(("http", "127.0.0.1"), (aws.Url.Scheme, aws.Url.Host));
            Assert.True(aws.Url.Port > 1);
        }
        finally
        {
            Environment.SetEnvironmentVariable("ASPNETCORE_URLS", null);
        }
    }

    [Fact]
    public async Task Its_certificate_is_for_loopback_and_comes_without_the_private_key()
    {
        await using var aws = await AwsEndpoint.StartAsync(new() { Https = true });

        Assert.Equal("https", aws.Url.Scheme);
        Assert.True(aws.Certificate!.MatchesHostname("localhost"));
        Assert.True(aws.Certificate.MatchesHostname("127.0.0.1"));
        Assert.False(aws.Certificate.HasPrivateKey);
    }

    [Fact]
    public async Task Endpoints_share_neither_state_nor_credentials()
    {
        await using var one = await AwsEndpoint.StartAsync();
        await using var other = await AwsEndpoint.StartAsync();
        one.S3.CreateBucket("bucket");

        Assert.Throws<ArgumentException>(() => other.S3.Get("bucket", "key"));
        Assert.NotEqual(one.Credentials.GetCredentials().AccessKey, other.Credentials.GetCredentials().AccessKey);
    }

    [Fact]
    public async Task Disposing_cuts_calls_that_are_held_back()
    {
        var aws = await AwsEndpoint.StartAsync(new() { TimeProvider = new FakeTimeProvider() });
        aws.On("s3:*").Latency = LatencyDistribution.Constant(TimeSpan.FromHours(1));
        using var s3 = aws.S3();
        var call = s3.ListBucketsAsync();
        while (aws.Wire.InFlight == 0)
            await Task.Yield();

        // Far less than the half minute that a server would wait for its calls.
        await Task.Run(aws.Dispose).WaitAsync(TimeSpan.FromSeconds(20));

        await Assert.ThrowsAnyAsync<Exception>(() => call);
        using var socket = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(() => socket.ConnectAsync(IPAddress.Loopback, aws.Url.Port));
    }

    [Theory]
    [InlineData(-1, "us-east-1", "123456789012", "Port")]
    [InlineData(70000, "us-east-1", "123456789012", "Port")]
    [InlineData(0, "", "123456789012", "Region")]
    [InlineData(0, "us-east-1", "12", "AccountId")]
    public async Task An_option_outside_its_range_is_named(int port, string region, string account, string option)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => AwsEndpoint.StartAsync(new() { Port = port, Region = region, AccountId = account }));
        Assert.StartsWith(option + " is ", error.Message);
    }

    [Fact]
    public async Task A_taken_port_is_an_error()
    {
        await using var aws = await AwsEndpoint.StartAsync();
        await Assert.ThrowsAsync<IOException>(() => AwsEndpoint.StartAsync(new() { Port = aws.Url.Port }));
    }
}
