using System.Net.Sockets;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using AwsBatch.Testing.Tests.Clients;

namespace AwsBatch.Testing.Tests.Behaviour.Faults;

public sealed class ConnectionFaultTests
{
    [Theory]
    [InlineData(false, ResetPoint.BeforeBody, false)]
    [InlineData(true, ResetPoint.BeforeBody, false)]
    [InlineData(false, ResetPoint.BeforeExecution, false)]
    [InlineData(true, ResetPoint.BeforeExecution, false)]
    [InlineData(false, ResetPoint.AfterExecution, true)]
    [InlineData(true, ResetPoint.AfterExecution, true)]
    public async Task A_reset_loses_the_answer_and_the_work_only_if_it_came_first(bool https, ResetPoint at, bool done)
    {
        await using var aws = await AwsEndpoint.StartAsync(new() { Https = https });
        aws.S3.CreateBucket("bucket");
        aws.On("s3:PutObject").Inject(Fault.Reset(at), times: 1);
        using var s3 = aws.S3();

        AssertConnectionLost(await Record.ExceptionAsync(() => s3.PutObjectAsync(Put("key"))));

        Assert.Equal(done, aws.S3.Get("bucket", "key") is not null);
        Assert.Equal(new OperationCount(1, 0, 1) { Reset = 1 }, aws.Wire["s3:PutObject"]);
        await s3.PutObjectAsync(Put("other"));
        Assert.Equal(2, aws.Wire.Requests);
    }

    [Fact]
    public async Task A_reset_before_the_body_waits_for_none()
    {
        await using var aws = await AwsEndpoint.StartAsync();
        aws.On("s3:PutObject").Inject(Fault.Reset(ResetPoint.BeforeBody));
        using var socket = await Connect(aws);

        await socket.SendAsync(Encoding.ASCII.GetBytes("PUT /bucket/key HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n"));

        var error = await Assert.ThrowsAsync<SocketException>(() => socket.ReceiveAsync(new byte[1]));
        Assert.Equal(SocketError.ConnectionReset, error.SocketErrorCode);
        Assert.Equal(1, aws.Wire["s3:PutObject"].Reset);
    }

    [Fact]
    public async Task A_reset_of_an_operation_that_the_body_names_hits_that_operation()
    {
        await using var aws = await AwsEndpoint.StartAsync();
        aws.On("ec2:RunInstances").Inject(Fault.Reset(ResetPoint.BeforeBody));
        using var ec2 = aws.Ec2();

        await ec2.DescribeRegionsAsync();
        var run = new Amazon.EC2.Model.RunInstancesRequest { MinCount = 1, MaxCount = 1, InstanceType = "t3.micro" };
        AssertConnectionLost(await Record.ExceptionAsync(() => ec2.RunInstancesAsync(run)));

        Assert.Empty((await ec2.DescribeInstancesAsync()).Reservations ?? []);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_truncated_body_ends_after_its_first_half(bool https)
    {
        const int Size = 300_000;
        await using var aws = await AwsEndpoint.StartAsync(new() { Https = https });
        aws.S3.CreateBucket("bucket");
        aws.S3.Put("bucket", "key", new byte[Size]);
        aws.On("s3:GetObject").Inject(Fault.TruncateBody(), times: 1);
        using var raw = new SignedClient(aws, "s3");

        using var answer = await raw.SendAsync(HttpMethod.Get, "/bucket/key");
        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal(Size, answer.Content.Headers.ContentLength);
        using var received = new MemoryStream();
        using var body = await answer.Content.ReadAsStreamAsync();
        await Assert.ThrowsAnyAsync<IOException>(() => body.CopyToAsync(received));

        Assert.Equal(Size / 2, received.Length);
        Assert.Equal(new OperationCount(1, 0, 1) { Reset = 1 }, aws.Wire["s3:GetObject"]);
    }

    [Fact]
    public async Task An_sdk_call_with_a_truncated_answer_fails_though_it_was_done()
    {
        await using var aws = await AwsEndpoint.StartAsync();
        aws.S3.CreateBucket("bucket");
        aws.S3.Put("bucket", "source", "x");
        aws.On("s3:*").Inject(Fault.TruncateBody());
        using var s3 = aws.S3();

        Assert.NotNull(await Record.ExceptionAsync(() => s3.CopyObjectAsync("bucket", "source", "bucket", "copy")));
        AssertConnectionLost(await Record.ExceptionAsync(() => s3.PutObjectAsync(Put("key"))));

        Assert.NotNull(aws.S3.Get("bucket", "copy"));
        Assert.NotNull(aws.S3.Get("bucket", "key"));
    }

    [Fact]
    public async Task Faults_of_any_kind_hit_in_the_order_they_were_added()
    {
        await using var aws = await AwsEndpoint.StartAsync();
        aws.S3.CreateBucket("bucket");
        aws.On("s3:PutObject")
            .Fail(500, "InternalError", times: 1)
            .Inject(Fault.Reset(ResetPoint.AfterExecution), times: 1)
            .Fail(503, "SlowDown", times: 1);
        using var s3 = aws.S3();

        Assert.Equal("InternalError", (await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.PutObjectAsync(Put("first")))).ErrorCode);
        AssertConnectionLost(await Record.ExceptionAsync(() => s3.PutObjectAsync(Put("second"))));
        Assert.Equal("SlowDown", (await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.PutObjectAsync(Put("third")))).ErrorCode);
        await s3.PutObjectAsync(Put("fourth"));

        Assert.Equal(
            [false, true, false, true],
            new[] { "first", "second", "third", "fourth" }.Select(key => aws.S3.Get("bucket", key) is not null));
        Assert.Equal(new OperationCount(4, 0, 1) { Refused = 2, Reset = 1 }, aws.Wire["s3:PutObject"]);
    }

    private static PutObjectRequest Put(string key) => new() { BucketName = "bucket", Key = key, ContentBody = "content" };

    private static async Task<Socket> Connect(AwsEndpoint aws)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(aws.Url.Host, aws.Url.Port);
        return socket;
    }

    private static void AssertConnectionLost(Exception? error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause is IOException or HttpRequestException)
                return;
        }
        Assert.Fail($"The connection was to be lost, but the call ended with {error?.ToString() ?? "success"}.");
    }
}
