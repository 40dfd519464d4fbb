using Amazon;
using Amazon.Extensions.NETCore.Setup;
using Amazon.S3.Model;
using AwsBatch.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Specification.OnTheWire;

/// <summary>An app that has <see cref="AWSOptions"/> already need not repeat them.</summary>
public sealed class AwsOptionsBridge
{
    [Fact]
    public async Task The_apps_AWSOptions_are_honoured_where_nothing_else_is_said()
    {
        await using var endpoint = await AwsEndpoint.StartAsync();
        var services = new ServiceCollection();
        services.AddDefaultAWSOptions(new AWSOptions
        {
            Region = RegionEndpoint.EUWest3,
            Credentials = endpoint.Credentials,
            DefaultClientConfig = { ServiceURL = endpoint.Url.AbsoluteUri },
        });
        services.AddAwsBatch();
        await using var provider = services.BuildServiceProvider();

        var result = await provider.GetRequiredService<IS3Batch>().ListBucketsBatchAsync([new ListBucketsRequest()]);

        Assert.True(result[0].IsSuccess, result[0].Error?.ToString());
        Assert.Equal("eu-west-3", result[0].Target.Region);
        Assert.Equal(1, endpoint.Wire["s3:ListBuckets"].Requests);
    }
}
