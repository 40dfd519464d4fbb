using AwsBatch.Testing.Tests.Clients;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Testing.Tests.Behaviour.Faults;

public sealed class SlowAnswerTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Slow_headers_hold_an_answer_whose_work_is_done()
    {
        var time = new FakeTimeProvider();
        await using var aws = await AwsEndpoint.StartAsync(new() { TimeProvider = time });
        aws.S3.CreateBucket("bucket");
        aws.On("s3:PutObject").Inject(Fault.SlowHeaders(LatencyDistribution.Constant(Pause)));
        using var s3 = aws.S3();

        var put = s3.PutObjectAsync(new() { BucketName = "bucket", Key = "key", ContentBody = "x" });
        while (aws.S3.Get("bucket", "key") is null)
            await Task.Yield();
        Assert.False(put.IsCompleted);
        Assert.Equal(1, aws.Wire.InFlight);

        await Advance(time, put);
        Assert.Equal(0, aws.Wire["s3:PutObject"].Refused);
    }

    [Fact]
    public async Task A_slow_body_follows_its_headers_late()
    {
        var time = new FakeTimeProvider();
        await using var aws = await AwsEndpoint.StartAsync(new() { TimeProvider = time });
        aws.S3.CreateBucket("bucket");
        aws.S3.Put("bucket", "key", "content");
        aws.On("s3:GetObject").Inject(Fault.SlowBody(LatencyDistribution.Constant(Pause)));
        using var raw = new SignedClient(aws, "s3");

        using var answer = await raw.SendAsync(HttpMethod.Get, "/bucket/key");
        var body = answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode);
        Assert.False(body.IsCompleted);

        await Advance(time, body);
        Assert.Equal("content", await body);
    }

    [Fact]
    public async Task An_answer_without_a_body_has_none_to_hold_back()
    {
        await using var aws = await AwsEndpoint.StartAsync(new() { TimeProvider = new FakeTimeProvider() });
        aws.S3.CreateBucket("bucket");
        aws.On("s3:DeleteObject").Inject(Fault.SlowBody(LatencyDistribution.Constant(Pause)));
        using var s3 = aws.S3();

        await s3.DeleteObjectAsync("bucket", "key");

        Assert.Equal(0, aws.Wire.InFlight);
    }

    private static async Task Advance(FakeTimeProvider time, Task until)
    {
        while (!until.IsCompleted)
        {
            time.Advance(Pause);
            await Task.Yield();
        }
        await until;
    }
}
