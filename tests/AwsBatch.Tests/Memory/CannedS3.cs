using System.Globalization;
using System.Net;
using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using AwsBatch.Clients;
using AwsBatch.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Tests.Memory;

/// <summary>
/// S3 without a wire: the SDK's real client over a handler that answers the same bytes each time, so that a million requests
/// take minutes, and none of the memory is a server's.
/// </summary>
internal sealed class CannedS3 : HttpMessageHandler
{
    public const int KeysPerListing = 1_000;

    private static readonly BatchServiceDescriptor Service =
        BatchServiceDescriptor.For<IAmazonS3>("s3", static config => ((AmazonS3Config)config).ForcePathStyle = true);

    private static readonly byte[] Listing = MakeListing();

    public static BatchOperation<GetObjectMetadataRequest, GetObjectMetadataResponse> HeadObject { get; } =
        BatchOperation.Create<GetObjectMetadataRequest, GetObjectMetadataResponse>(
            Service, "HeadObject", static (client, request, cancellationToken) => ((IAmazonS3)client).GetObjectMetadataAsync(request, cancellationToken));

    public static BatchOperation<ListObjectsV2Request, ListObjectsV2Response> ListObjectsV2 { get; } =
        BatchOperation.Create<ListObjectsV2Request, ListObjectsV2Response>(
            Service, "ListObjectsV2", static (client, request, cancellationToken) => ((IAmazonS3)client).ListObjectsV2Async(request, cancellationToken));

    public static ServiceProvider Provider(PipelineMode pipeline = PipelineMode.Lean)
    {
        var services = new ServiceCollection();
        AwsBatchRegistration.AddCore(services, options =>
        {
            options.Pipeline = pipeline;
            options.Region = "us-east-1";
            options.EndpointUrl = "http://canned.invalid";
            options.Credentials = new BasicAWSCredentials("AKIDFAKE", "not-a-real-secret");
        });
        AwsBatchRegistration.AddService(services, Service);
        services.AddHttpClient(ServiceConnections.NameOf(Service.Name)).ConfigurePrimaryHttpMessageHandler(static () => new CannedS3());
        return services.BuildServiceProvider();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        var isListing = request.Method == HttpMethod.Get;
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(isListing ? Listing : []) };
        response.Headers.TryAddWithoutValidation("x-amz-request-id", "0123456789ABCDEF");
        response.Headers.TryAddWithoutValidation("ETag", "\"900150983cd24fb0d6963f7d28e17f72\"");
        if (isListing)
            response.Content.Headers.TryAddWithoutValidation("Content-Type", "application/xml");
        return response;
    }

    private static byte[] MakeListing()
    {
        var xml = new StringBuilder("""<?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>bucket</Name>""");
        for (var key = 0; key < KeysPerListing; key++)
        {
            xml.Append(
                CultureInfo.InvariantCulture,
                $"<Contents><Key>folder/{key:00000}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified><ETag>&quot;{key:x32}&quot;</ETag><Size>{key}</Size><StorageClass>STANDARD</StorageClass></Contents>");
        }

        return Encoding.UTF8.GetBytes(xml.Append("<IsTruncated>false</IsTruncated></ListBucketResult>").ToString());
    }
}
