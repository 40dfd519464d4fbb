using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace AwsBatch.Pipeline;

/// <summary>
/// Stands last in the SDK's chain and notes what it decided for a request that is about to be sent. The short way is taken
/// for the next only if it comes to the same signature, which covers method, URL, headers and body.
/// </summary>
internal sealed class RouteObserver(Routes routes, RequestSigner signer) : PipelineHandler
{
    private const string Scheme = "AWS4-HMAC-SHA256 Credential=";

    // Parameters of endpoint rules that come of a request. The others come of the client's configuration or of the operation,
    // or, as the key of an S3 object, are in no rule.
    private static readonly string[] Single = ["Bucket", "ResourceArn"];

    // Of this one the rules look at the first entry.
    private const string List = "ResourceArnList";

    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var context = executionContext.RequestContext;
        if (StockCall.Current is { Learns: { } key } call && Marshalling.AddsNothing(context.OriginalRequest))
        {
            var credentials = await context.ExplicitAWSCredentials.GetCredentialsAsync().ConfigureAwait(false);
            // Those that were renewed meanwhile come to no same signature.
            if (!IsSignedByOthers(context.Request, credentials))
                routes.Learn(key, RouteOf(context, key, call.EndpointParameters, credentials) ?? Route.Stock);
        }

        return await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
    }

    private Route? RouteOf(IRequestContext context, RouteKey key, EndpointParameters? endpoint, ImmutableCredentials? credentials)
    {
        var request = context.Request;
        if (context.Unmarshaller.HasStreamingProperty
            || credentials is null
            || ScopeOf(request) is not [_, _, var region, var service, _]
            || request.AlternateEndpoint is not null
            || IsDiscovered(context)
            || request.Headers.ContainsKey(HeaderNames.TraceId)
            || endpoint is null
            || !IsDecidedBy(key.EndpointParameter, endpoint))
        {
            return null;
        }

        var route = new Route
        {
            Endpoint = request.Endpoint,
            EndpointAttributes = request.EndpointAttributes,
            EndpointName = request.Endpoint.ToString(),
            SigningRegion = region,
            SigningService = service,
            DoubleEncodes = request.UseDoubleEncoding,
            AccountId = credentials.AccountId,
            Checksum = request.SelectedChecksum,
            UserAgent = context.UserAgentDetails.GenerateUserAgentWithMetrics(),
            UserAgentHeader = context.ClientConfig.UseAlternateUserAgentHeader ? "x-amz-user-agent" : "User-Agent",
        };
        return IsSame(context, route, credentials) ? route : null;
    }

    // Such an endpoint is asked for again after some minutes, as of Timestream.
    private static bool IsDiscovered(IRequestContext context) =>
        context.Options?.EndpointDiscoveryMarshaller?.Marshall(context.OriginalRequest).Required == true;

    private static bool IsSignedByOthers(IRequest request, ImmutableCredentials? credentials) =>
        request.Headers.TryGetValue(HeaderNames.Authorization, out var authorization)
        && authorization.StartsWith(Scheme, StringComparison.Ordinal)
        && !authorization.AsSpan(Scheme.Length).StartsWith($"{credentials?.AccessKey}/");

    // "AWS4-HMAC-SHA256 Credential=AKID/20261128/eu-west-1/s3/aws4_request, SignedHeaders=…"
    private static string[] ScopeOf(IRequest request) =>
        request.Headers.TryGetValue(HeaderNames.Authorization, out var authorization)
        && authorization.StartsWith(Scheme, StringComparison.Ordinal)
            ? authorization[..authorization.IndexOf(',', StringComparison.Ordinal)].Split('/')
            : [];

    private static bool IsDecidedBy(string? value, EndpointParameters parameters) =>
        (parameters[List] is not IEnumerable<string> list || list.FirstOrDefault() == value)
        && Single.Select(name => parameters[name]).OfType<string>().All(parameter => parameter == value);

    private bool IsSame(IRequestContext context, Route route, ImmutableCredentials credentials)
    {
        using var request = Marshalling.Marshall(context);
        if (!Marshalling.IsOrdinary(request))
            return false;

        Checksums.Set(request, context.ClientConfig);
        route.Apply(request);
        var at = DateTime.ParseExact(
            context.Request.Headers[HeaderNames.Date], "yyyyMMddTHHmmssZ", CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
        var path = RequestPath.Of(request, route);
        return path.Url.AbsoluteUri == AmazonServiceClient.ComposeUrl(context.Request).AbsoluteUri
            && signer.Sign(request, path.Canonical, RequestBodies.Of(request), route, credentials, at).Authorization
                == context.Request.Headers[HeaderNames.Authorization];
    }
}
