using System.Net;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;

namespace LambdaSdk.Tests.Emulator;

public sealed class EmulatorTests(MotoServer moto) : IClassFixture<MotoServer>
{
    [MotoFact]
    public async Task An_account_without_functions_lists_none()
    {
        using var client = CreateClient();

        var response = await client.ListFunctionsAsync(new ListFunctionsRequest { MaxItems = 10 });

        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
        Assert.Empty(response.Functions);
    }

    [MotoFact]
    public async Task A_missing_function_is_not_found()
    {
        using var client = CreateClient();

        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(() => client.GetFunctionAsync("missing"));

        Assert.Equal("ResourceNotFoundException", error.ErrorCode);
        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
        Assert.Contains("missing", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.RequestId);
    }

    private AmazonLambdaClient CreateClient() => new(
        new BasicAWSCredentials("AKIDEXAMPLE", "secret"),
        new AmazonLambdaConfig { ServiceURL = moto.Url, AuthenticationRegion = "eu-west-1" });
}
