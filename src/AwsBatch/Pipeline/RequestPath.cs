using System.Buffers;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace AwsBatch.Pipeline;

/// <summary>The URL of a marshalled request and its path as it is signed, each encoded as the SDK does it.</summary>
internal readonly struct RequestPath
{
    // What no encoding changes, once or twice.
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("/-_.~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private RequestPath(Uri url, string canonical)
    {
        Url = url;
        Canonical = canonical;
    }

    public Uri Url { get; }

    public string Canonical { get; }

    public static RequestPath Of(IRequest request, Route route)
    {
        var path = WithoutSlash(request.ResourcePath);
        if (path.Length == 0 && !HasQuery(request))
            return new RequestPath(route.Root, route.RootPath);

        var resolved = Resolve(path, request.PathResources);
        return new RequestPath(
            HasQuery(request) ? AmazonServiceClient.ComposeUrl(request) : Compose(route.Endpoint, resolved),
            IsSignedAsSent(resolved, route)
                ? Join(route.EndpointPath, resolved)
                : AWSSDKUtils.CanonicalizeResourcePathV2(request.Endpoint, request.ResourcePath, route.DoubleEncodes, request.PathResources));
    }

    /// <summary>Whether encoding leaves a text as it is.</summary>
    public static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExcept(Plain);

    /// <summary>The URL of a path under an endpoint.</summary>
    public static Uri Compose(Uri endpoint, string path)
    {
        var root = endpoint.AbsoluteUri;
        var url = root.EndsWith('/') || path.StartsWith('/') ? root + path : $"{root}/{path}";
        return new Uri(url, new UriCreationOptions
        {
            DangerousDisablePathAndQueryCanonicalization = !AWSConfigs.DisableDangerousDisablePathAndQueryCanonicalization,
        });
    }

    private static bool HasQuery(IRequest request) =>
        request.SubResources.Count > 0 || (request.UseQueryString && request.ParameterCollection.Count > 0);

    // One parameter that is all of the path, as the key of an S3 object, is by far the most frequent.
    private static string Resolve(string path, IDictionary<string, string> parameters) =>
        parameters.Count == 1 && parameters.TryGetValue(path, out var value) && IsPlain(value)
            ? value
            : AWSSDKUtils.ResolveResourcePathV2(path, parameters);

    private static bool IsSignedAsSent(string resolved, Route route) =>
        resolved.Length > 0 && IsPlain(route.EndpointPath) && (!route.DoubleEncodes || IsPlain(resolved));

    private static string Join(string endpointPath, string path) => $"{endpointPath}/{path}";

    private static string WithoutSlash(string? path) => path is ['/', ..] ? path[1..] : path ?? "";
}
