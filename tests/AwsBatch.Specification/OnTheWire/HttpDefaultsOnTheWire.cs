using System.Net;
using AwsBatch.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Specification.OnTheWire;

/// <summary>What an app gives all its HTTP clients is not for the core's: a handler that retries would send unseen.</summary>
public sealed class HttpDefaultsOnTheWire
{
    [Fact]
    public async Task A_handler_for_all_clients_of_the_app_sends_nothing_again()
    {
        await using var endpoint = await AwsEndpoint.StartAsync();
        endpoint.S3.CreateBucket(World.Bucket);
        var sent = 0;
        endpoint.On("s3:HeadObject").Observe(_ => sent++);
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(static http => http.AddHttpMessageHandler(static () => new SendsAgain()));
        services.AddAwsBatch(aws => aws.UseEndpoint(endpoint));
        await using var provider = services.BuildServiceProvider();

        var item = (await provider.GetRequiredService<IS3Batch>().HeadObjectBatchAsync([new() { BucketName = World.Bucket, Key = "none" }]))[0];

        Assert.Equal(HttpStatusCode.NotFound, item.Error?.StatusCode);
        Assert.Equal((1, 1), (item.Attempts, sent));
    }

    private sealed class SendsAgain : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var first = await base.SendAsync(request, cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
