using Amazon.Lambda;
using Amazon.Lambda.Model;
using LambdaSdk.Tests.Stub;

namespace LambdaSdk.Tests;

public class GetFunctionTests
{
    [Fact]
    public async Task The_name_goes_into_the_path_and_the_qualifier_into_the_query()
    {
        using var stub = new LambdaStub(new StubAnswer());

        await stub.Client.GetFunctionAsync(new GetFunctionRequest { FunctionName = "resize", Qualifier = "$LATEST" });

        Assert.Equal(HttpMethod.Get, stub.Request.Method);
        Assert.Equal("/2015-03-31/functions/resize", stub.Request.Path);
        Assert.Equal("?Qualifier=%24LATEST", stub.Request.Query);
    }

    [Fact]
    public async Task An_arn_is_one_encoded_path_segment()
    {
        using var stub = new LambdaStub(new StubAnswer());

        await stub.Client.GetFunctionAsync("arn:aws:lambda:eu-west-1:123456789012:function:resize");

        Assert.Equal(
            "/2015-03-31/functions/arn%3Aaws%3Alambda%3Aeu-west-1%3A123456789012%3Afunction%3Aresize", stub.Request.Path);
        Assert.Empty(stub.Request.Query);
    }

    [Fact]
    public async Task A_request_without_a_name_is_not_sent()
    {
        using var stub = new LambdaStub(new StubAnswer());

        var error = await Assert.ThrowsAsync<AmazonLambdaException>(() => stub.Client.GetFunctionAsync(new GetFunctionRequest()));

        Assert.Contains("FunctionName", error.Message, StringComparison.Ordinal);
        Assert.Empty(stub.Requests);
    }

    [Fact]
    public async Task Every_part_of_the_answer_is_read()
    {
        using var stub = new LambdaStub(new StubAnswer("""
            {
              "Configuration": { "FunctionName": "resize", "Timeout": 3 },
              "Code": { "RepositoryType": "ECR", "Location": "https://code",
                        "ImageUri": "image:1", "ResolvedImageUri": "image@sha" },
              "Tags": { "team": "images" },
              "Concurrency": { "ReservedConcurrentExecutions": 7 }
            }
            """));

        var response = await stub.Client.GetFunctionAsync("resize");

        Assert.Equal(("resize", 3), (response.Configuration.FunctionName, response.Configuration.Timeout));
        Assert.Equal("ECR", response.Code.RepositoryType);
        Assert.Equal("https://code", response.Code.Location);
        Assert.Equal("image:1", response.Code.ImageUri);
        Assert.Equal("image@sha", response.Code.ResolvedImageUri);
        Assert.Equal(new Dictionary<string, string> { ["team"] = "images" }, response.Tags);
        Assert.Equal(7, response.Concurrency.ReservedConcurrentExecutions);
        Assert.Equal("request-1", response.ResponseMetadata.RequestId);
    }
}
