using System.Text;
using Amazon.EC2.Model;
using Amazon.Runtime;
using AwsBatch.Testing.Tests.Clients;

namespace AwsBatch.Testing.Tests.Behaviour;

public sealed class ObserverTests
{
    [Fact]
    public async Task Every_attempt_is_shown_once_whatever_becomes_of_it_and_may_be_kept()
    {
        await using var aws = await AwsEndpoint.StartAsync();
        var seen = new List<ReceivedRequest>();
        aws.On("ec2:RunInstances").Observe(seen.Add).Fail(500, "InternalError", times: 1).Inject(Fault.Reset(ResetPoint.BeforeBody), times: 1);
        using var ec2 = aws.Ec2();

        for (var i = 0; i < 3; i++)
        {
            var run = new RunInstancesRequest { MinCount = 1, MaxCount = 1, InstanceType = "t3.micro", ClientToken = $"token-{i}" };
            await Record.ExceptionAsync(() => ec2.RunInstancesAsync(run));
        }

        Assert.Equal(["token-0", "token-1", "token-2"], seen.Select(request => request.Parameter("ClientToken")));
        Assert.All(seen, request => Assert.Equal("us-east-1", request.SigningRegion));
        Assert.Equal(3, seen.Select(request => request.InvocationId).Distinct().Count());
        Assert.DoesNotContain(null, seen.Select(request => request.InvocationId));
        Assert.Equal(3, aws.Wire["ec2:RunInstances"].Requests);
    }

    [Fact]
    public async Task The_body_is_shown_as_it_was_meant_and_refused_requests_too()
    {
        await using var aws = await AwsEndpoint.StartAsync();
        aws.S3.CreateBucket("bucket");
        var bodies = new List<string>();
        aws.On("s3:PutObject").Observe(request => bodies.Add(Encoding.UTF8.GetString(request.Body.Span)));
        using var s3 = aws.S3();
        using var stranger = aws.S3(new BasicAWSCredentials(aws.Credentials.GetCredentials().AccessKey, "wrong"));

        await s3.PutObjectAsync(new() { BucketName = "bucket", Key = "key", ContentBody = "content" });
        Assert.NotNull(await Record.ExceptionAsync(() => stranger.DeleteObjectAsync("bucket", "key")));
        aws.On("s3:PutObject").Clear();
        await s3.PutObjectAsync(new() { BucketName = "bucket", Key = "key", ContentBody = "more" });

        Assert.Equal(["content", "more"], bodies);
        Assert.Equal(1, aws.Wire["s3:DeleteObject"].Refused);
    }
}
