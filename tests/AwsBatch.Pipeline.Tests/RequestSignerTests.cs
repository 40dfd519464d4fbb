using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SQS.Model;

namespace AwsBatch.Pipeline.Tests;

/// <summary>A signer keeps keys; what it signs is what one signs that has none yet.</summary>
public sealed class RequestSignerTests
{
    private static readonly DateTime Evening = new(2026, 1, 1, 23, 59, 59, DateTimeKind.Utc);

    [Theory]
    [InlineData(0, "eu-west-1", "sqs")]
    [InlineData(1, "eu-west-1", "sqs")]
    [InlineData(0, "us-east-1", "sqs")]
    [InlineData(0, "eu-west-1", "s3")]
    public void The_next_second_region_or_service_is_signed_for_itself(int seconds, string region, string service)
    {
        var signer = new RequestSigner();
        var first = Sign(signer, Evening, "eu-west-1", "sqs");

        var next = Sign(signer, Evening.AddSeconds(seconds), region, service);

        Assert.Equal(Sign(new RequestSigner(), Evening.AddSeconds(seconds), region, service), next);
        Assert.Contains(
            $"Credential=AKID/{(seconds == 0 ? "20260101" : "20260102")}/{region}/{service}/aws4_request", next.Authorization, StringComparison.Ordinal);
        Assert.Equal(first, Sign(signer, Evening, "eu-west-1", "sqs"));
    }

    private static Signature Sign(RequestSigner signer, DateTime at, string region, string service)
    {
        var endpoint = new Uri("https://service.test");
        var request = new DefaultRequest(new ListQueuesRequest(), service) { HttpMethod = "GET", Endpoint = endpoint };
        var route = new Route { Endpoint = endpoint, SigningRegion = region, SigningService = service };
        return signer.Sign(request, "/", body: null, route, new ImmutableCredentials("AKID", "a secret", token: null), at);
    }
}
