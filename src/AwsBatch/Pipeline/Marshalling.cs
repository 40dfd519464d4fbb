using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.UserAgent;
using AwsBatch.Clients;

namespace AwsBatch.Pipeline;

/// <summary>Makes the SDK's request of the user's, and sends what is out of the ordinary through the SDK's own chain.</summary>
internal sealed class Marshalling(StockChain stock) : PipelineHandler
{
    public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var context = executionContext.RequestContext;
        if (!AddsNothing(context.OriginalRequest))
            return stock.InvokeAsync<T>(executionContext);

        var request = Marshall(context);
        if (!IsOrdinary(request))
        {
            request.Dispose();
            return stock.InvokeAsync<T>(executionContext);
        }

        Invocation.Current!.Route!.Apply(request);
        context.Request = request;
        return base.InvokeAsync<T>(executionContext);
    }

    /// <summary>As the SDK's marshalling handler does it.</summary>
    public static IRequest Marshall(IRequestContext context)
    {
        var request = context.Marshaller.Marshall(context.OriginalRequest);
        if (request.HasRequestBody() && !request.Headers.ContainsKey(HeaderNames.ContentType))
        {
            request.Headers[HeaderNames.ContentType] = request.UseQueryString
                ? "application/x-amz-json-1.0"
                : "application/x-www-form-urlencoded; charset=utf-8";
        }

        return request;
    }

    /// <summary>Whether the body is all in memory, and nothing in the request asks for another way to send or to sign it.</summary>
    public static bool IsOrdinary(IRequest request) =>
        request.ContentStream is null or PooledContentStream or MemoryStream
        && request is
        {
            UseChunkEncoding: false,
            DisablePayloadSigning: null,
            EventStreamPublisher: null,
            AlternateEndpoint: null,
            PrecomputedContentSha256: null,
            CompressionAlgorithm: CompressionEncodingAlgorithm.NONE,
            TrailingHeaders.Count: 0,
        }
        && string.IsNullOrEmpty(request.HostPrefix);

    /// <summary>
    /// Whether a request adds nothing of its own, as those of the SDK's libraries do to the user agent, uploads by a header, and a
    /// user's by a handler that is called before it is sent.
    /// </summary>
    public static bool AddsNothing(AmazonWebServiceRequest request) =>
        !RequestWishes.Any(request) && HasPlainUserAgent(((IAmazonWebServiceRequest)request).UserAgentDetails);

    private static bool HasPlainUserAgent(UserAgentDetails userAgent) =>
        !userAgent.TrackedFeatureIds.Any() && userAgent.GetCustomUserAgentComponents().Length == 0;
}
