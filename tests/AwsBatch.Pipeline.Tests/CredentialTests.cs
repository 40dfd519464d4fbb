using System.Net;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Amazon.SQS.Model;
using AwsBatch.Pipeline.Tests.Requests;
using AwsBatch.Pipeline.Tests.Services;
using AwsBatch.Pipeline.Tests.Wire;

namespace AwsBatch.Pipeline.Tests;

/// <summary>Each request is signed with the credentials of its time.</summary>
public sealed class CredentialTests
{
    /// <remarks>As of a variable that a line break ends.</remarks>
    [Theory]
    [InlineData("AKID", "token\n")]
    [InlineData("AKID", "token\r\nx-amz-meta-a: b")]
    [InlineData("AKID\n", "token")]
    public async Task A_line_break_is_not_sent(string accessKey, string token)
    {
        var service = Service.Of("s3");
        var operation = service.Find("GetObjectMetadata");
        using var pair = new PipelinePair(service, Target.Aws with { Credentials = new SessionAWSCredentials(accessKey, "a secret", token) });
        await pair.LearnAsync(operation, Make());

        var (_, lean) = await pair.SendAsync(operation, Make, static () => new(HttpStatusCode.OK));

        Assert.Contains("line break", Assert.IsType<AmazonClientException>(lean.Outcome).Message, StringComparison.Ordinal);
        Assert.Empty(lean.Sent);

        object Make() => RequestFiller.Make(operation.Request, Variant.Empty);
    }

    [Fact]
    public async Task Those_that_were_renewed_sign_the_next_request()
    {
        var credentials = new Renewed { Current = new("AKIDFIRST", "first secret", "first token") };
        var service = Service.Of("sqs");
        var operation = service.Find("ListQueues");
        using var pair = new PipelinePair(service, Target.Aws with { Credentials = credentials });
        await pair.LearnAsync(operation, new ListQueuesRequest());
        await AssertSameAsync(pair, operation);

        foreach (var next in new ImmutableCredentials[]
            { new("AKIDFIRST", "second secret", "first token"), new("AKIDSECOND", "second secret", "first token"), new("AKIDSECOND", "second secret", null) })
        {
            credentials.Current = next;
            await AssertSameAsync(pair, operation);
        }
    }

    [Fact]
    public async Task Those_of_another_account_go_to_its_endpoint()
    {
        var credentials = new Renewed { Current = new("AKIDFIRST", "a secret", "a token", "111111111111") };
        var service = Service.Of("dynamodb");
        var operation = service.Find("ListTables");
        using var pair = new PipelinePair(service, Target.Aws with { Credentials = credentials });
        var (isLean, _) = await pair.LearnAsync(operation, new ListTablesRequest());
        Assert.True(isLean);

        credentials.Current = new("AKIDSECOND", "a secret", "a token", "222222222222");

        // The second goes the short way again.
        for (var request = 0; request < 2; request++)
        {
            var (stock, lean) = await pair.SendAsync(operation, static () => new ListTablesRequest(), static () => new(HttpStatusCode.OK));
            Assert.Contains("222222222222", lean.Sent.Single().Headers["host"], StringComparison.Ordinal);
            Assert.Equal(stock.Sent.Single().Headers["host"], lean.Sent.Single().Headers["host"]);
        }
    }

    private static async Task AssertSameAsync(PipelinePair pair, Operation operation)
    {
        var (stock, lean) = await pair.SendAsync(operation, static () => new ListQueuesRequest(), static () => new(HttpStatusCode.OK));
        Assert.Equal(stock.Sent.Single().Text, lean.Sent.Single().Text);
    }

    private sealed class Renewed : AWSCredentials
    {
        public required ImmutableCredentials Current { get; set; }

        public override ImmutableCredentials GetCredentials() => Current;

        public override Task<ImmutableCredentials> GetCredentialsAsync() => Task.FromResult(Current);
    }
}
