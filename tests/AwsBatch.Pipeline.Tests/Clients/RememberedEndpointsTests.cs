using Amazon.EC2;
using Amazon.Runtime.Endpoints;
using Amazon.S3;
using Amazon.S3.Endpoints;
using Amazon.S3.Internal;
using AwsBatch.Clients;
using AwsBatch.Pipeline.Tests.Answers;

namespace AwsBatch.Pipeline.Tests.Clients;

/// <summary>What endpoint rules said is said again for the same parameters, and for no others.</summary>
public sealed class RememberedEndpointsTests
{
    private static readonly string?[] Buckets =
        [null, "bucket", "other-bucket", "Bucket_Of.Old", "a.b.c", "arn:aws:s3:us-west-2:123456789012:accesspoint:point", "arn:aws:s3::123456789012:accesspoint:multi.mrap", "b--use1-az4--x-s3"];

    private readonly AmazonS3EndpointProvider rules = new();
    private readonly RememberedEndpoints remembered = new(new AmazonS3EndpointProvider());

    [Fact]
    public void Each_answer_is_that_of_the_rules()
    {
        var known = 0;
        // Twice: what is remembered has to be said again.
        foreach (var parameters in AllParameters().Concat(AllParameters()))
        {
            var expected = Outcome(rules, parameters);
            Assert.Equal(expected, Outcome(remembered, parameters));
            known += expected.StartsWith(": Amazon.Runtime.Endpoints.Endpoint", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.True(known > 100, $"Only {known} endpoints.");
    }

    [Fact]
    public void Objects_of_a_bucket_share_its_answer()
    {
        var first = remembered.ResolveEndpoint(Parameters("bucket", "us-east-1", "one"));
        var second = remembered.ResolveEndpoint(Parameters("bucket", "us-east-1", "two"));
        Assert.Same(first.Attributes, second.Attributes);
        Assert.NotSame(first.Attributes, remembered.ResolveEndpoint(Parameters("other", "us-east-1", "one")).Attributes);
    }

    [Fact]
    public void What_the_sdk_does_to_an_answer_is_not_remembered()
    {
        var first = remembered.ResolveEndpoint(Parameters("bucket", "us-east-1", "one"));
        var url = first.URL;
        first.URL += "/";
        var second = remembered.ResolveEndpoint(Parameters("bucket", "us-east-1", "one"));
        Assert.Equal(url, second.URL);
        second.URL += "/";
        Assert.Equal(url, remembered.ResolveEndpoint(Parameters("bucket", "us-east-1", "one")).URL);
    }

    [Fact]
    public void Parameters_that_are_changed_later_are_others()
    {
        var parameters = Parameters("bucket", "us-east-1", "one");
        var first = remembered.ResolveEndpoint(parameters);
        parameters.Bucket = "other";

        Assert.Contains("other", remembered.ResolveEndpoint(parameters).URL, StringComparison.Ordinal);
        Assert.Equal(first.URL, remembered.ResolveEndpoint(Parameters("bucket", "us-east-1", "one")).URL);
    }

    [Fact]
    public void Parameters_that_cannot_be_compared_are_never_taken_for_the_same()
    {
        var answers = new Numbered();
        var endpoints = new RememberedEndpoints(answers);
        foreach (var list in new[] { "one", "two" })
            endpoints.ResolveEndpoint(new EndpointParameters { ["ResourceArnList"] = new List<string> { list } });
        Assert.Equal(2, answers.Asked);
    }

    [Fact]
    public void The_memory_has_a_limit()
    {
        var answers = new Numbered();
        var endpoints = new RememberedEndpoints(answers);
        for (var number = 0; number < 2_000; number++)
            endpoints.ResolveEndpoint(new EndpointParameters { ["Bucket"] = $"{number}" });
        endpoints.ResolveEndpoint(new EndpointParameters { ["Bucket"] = "0" });
        Assert.Equal(2_000, answers.Asked);
        endpoints.ResolveEndpoint(new EndpointParameters { ["Bucket"] = "1999" });
        Assert.Equal(2_001, answers.Asked);
    }

    [Fact]
    public void A_provider_that_is_not_the_sdks_is_left_alone()
    {
        var own = new Numbered();
        var config = new AmazonEC2Config { EndpointProvider = own };
        RememberedEndpoints.Attach(config);
        Assert.Same(own, config.EndpointProvider);

        var usual = new AmazonS3Config();
        RememberedEndpoints.Attach(usual);
        Assert.IsType<RememberedEndpoints>(usual.EndpointProvider);
    }

    private static IEnumerable<S3EndpointParameters> AllParameters()
    {
        foreach (var bucket in Buckets)
        {
            foreach (var region in new[] { null, "us-east-1", "eu-west-1", "cn-north-1" })
            {
                foreach (var endpoint in new[] { null, "http://127.0.0.1:9000" })
                {
                    for (var switches = 0; switches < 32; switches++)
                    {
                        var parameters = Parameters(bucket, region, $"key {switches}");
                        parameters.Endpoint = endpoint;
                        parameters.UseFIPS = (switches & 1) != 0;
                        parameters.UseDualStack = (switches & 2) != 0;
                        parameters.ForcePathStyle = (switches & 4) != 0;
                        parameters.Accelerate = (switches & 8) != 0;
                        parameters.UseArnRegion = (switches & 16) != 0;
                        yield return parameters;
                    }
                }
            }
        }
    }

    private static S3EndpointParameters Parameters(string? bucket, string? region, string key) => new()
    {
        Bucket = bucket,
        Region = region,
        Key = key,
        UseFIPS = false,
        UseDualStack = false,
        ForcePathStyle = false,
        Accelerate = false,
        UseGlobalEndpoint = false,
        DisableMultiRegionAccessPoints = false,
    };

    private static string Outcome(IEndpointProvider provider, EndpointParameters parameters)
    {
        try
        {
            return ObjectText.Of(provider.ResolveEndpoint(parameters));
        }
        catch (Amazon.Runtime.AmazonClientException exception)
        {
            return exception.Message;
        }
    }

    private sealed class Numbered : IEndpointProvider
    {
        public int Asked { get; private set; }

        public Endpoint ResolveEndpoint(EndpointParameters parameters) => new($"https://{Asked++}.test");
    }
}
