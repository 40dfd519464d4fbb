using AwsBatch.Testing;

namespace AwsBatch.Dynamic.Tests.Execution;

/// <summary>What is sent again, and with what, as for generated requests.</summary>
public sealed class RetryTests : IAsyncLifetime
{
    private static readonly Fault LostAnswer = Fault.Reset(ResetPoint.AfterExecution);

    private Aws aws = null!;

    public async Task InitializeAsync()
    {
        aws = await Aws.StartAsync();
        aws.Endpoint.S3.CreateBucket("bucket");
        aws.Endpoint.DynamoDb.CreateTable("table", "id");
        aws.Endpoint.Lambda.AddFunction("echo");
    }

    public async Task DisposeAsync() => await aws.DisposeAsync();

    [Fact]
    public async Task All_attempts_carry_one_token()
    {
        List<ReceivedRequest> received = [];
        aws.Endpoint.On("ec2:RunInstances").Fail(500, "InternalError", times: 2).Observe(received.Add);

        var item = await aws.RunAsync("ec2", "RunInstances", """{"ImageId":"ami-0a000000000000001","MinCount":1,"MaxCount":1,"InstanceType":"t3.micro"}""");

        Assert.Equal((null, 3), (item.Error?.ToString(), item.Attempts));
        Assert.Equal(3, received.Count);
        Assert.NotEmpty(Assert.Single(received.Select(request => request.Parameter("ClientToken")).Distinct())!);
        Assert.All(received, request => Assert.Equal("t3.micro", request.Parameter("InstanceType")));
    }

    [Fact]
    public async Task A_token_that_is_given_is_sent()
    {
        List<ReceivedRequest> received = [];
        aws.Endpoint.On("ec2:RunInstances").Observe(received.Add);

        await aws.RunAsync("ec2", "RunInstances", """{"ImageId":"ami-0a000000000000001","MinCount":1,"MaxCount":1,"ClientToken":"mine"}""");

        Assert.Equal("mine", Assert.Single(received).Parameter("ClientToken"));
    }

    [Theory]
    [InlineData("s3:PutObject", """{"Bucket":"bucket","Key":"k","Body":"eA=="}""", true)]
    [InlineData("s3:PutObject", """{"Bucket":"bucket","Key":"k","Body":"eA==","IfNoneMatch":"*"}""", false)]
    [InlineData("dynamodb:PutItem", """{"TableName":"table","Item":{"id":{"S":"a"}}}""", true)]
    [InlineData("dynamodb:GetItem", """{"TableName":"table","Key":{"id":{"S":"a"}}}""", true)]
    [InlineData("lambda:Invoke", """{"FunctionName":"echo"}""", false)]
    public async Task After_a_lost_answer_only_what_may_be_done_twice_is_sent_again(string operation, string parameters, bool again)
    {
        aws.Endpoint.On(operation).Inject(LostAnswer, times: 1);

        var item = await aws.RunAsync(operation.Split(':')[0], operation.Split(':')[1], parameters);

        Assert.Equal((again, again ? 2 : 1), (item.IsSuccess, item.Attempts));
        Assert.Equal(again ? 2 : 1, aws.Endpoint.Wire[operation].Requests);
    }

    [Fact]
    public async Task A_body_is_sent_again_from_its_start()
    {
        aws.Endpoint.On("s3:PutObject").Fail(500, "InternalError", times: 2);

        var item = await aws.RunAsync("s3", "PutObject", """{"Bucket":"bucket","Key":"k","Body":"aGVsbG8="}""");

        Assert.Equal((null, 3), (item.Error?.ToString(), item.Attempts));
        Assert.Equal("hello"u8.ToArray(), aws.Endpoint.S3.Get("bucket", "k")!.Value.ToArray());
    }
}
