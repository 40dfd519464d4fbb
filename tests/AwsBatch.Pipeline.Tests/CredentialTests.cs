using System.Net;
using Amazon.Runtime;
using AwsBatch.Pipeline.Tests.Requests;
using AwsBatch.Pipeline.Tests.Services;
using AwsBatch.Pipeline.Tests.Wire;

namespace AwsBatch.Pipeline.Tests;

/// <summary>Credentials that no header can hold, as of a variable that a line break ends, are refused like any other header.</summary>
public sealed class CredentialTests
{
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
}
