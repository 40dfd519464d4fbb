using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace AwsBatch.Pipeline;

/// <summary>Where and how the requests of an operation go: what the SDK's chain decided for the first of them.</summary>
internal sealed class Route
{
    /// <summary>For what the SDK's own chain has to send.</summary>
    public static readonly Route Stock = new() { Endpoint = new Uri("https://invalid"), SigningRegion = "", SigningService = "" };

    /// <summary>The endpoint's URL, bucket included where the endpoint has it.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>What the endpoint rules say besides.</summary>
    public IPropertyBag? EndpointAttributes { get; init; }

    public required string SigningRegion { get; init; }

    public required string SigningService { get; init; }

    /// <summary>Whether the path is encoded once more for the signature; S3 alone does not.</summary>
    public bool DoubleEncodes { get; init; }

    /// <summary>The account of the credentials, which an endpoint may depend on; null if they do not tell.</summary>
    public string? AccountId { get; init; }

    /// <summary>The checksum that the user agent tells of.</summary>
    public CoreChecksumAlgorithm Checksum { get; init; }

    /// <summary>The SDK's, as it was composed for a request of this route.</summary>
    public string UserAgent { get; init; } = "";

    /// <summary>The name under which the user agent is sent.</summary>
    public string UserAgentHeader { get; init; } = "";

    /// <summary>The endpoint as the SDK writes it, by which it knows the clock skew of services.</summary>
    public string EndpointName { get; init; } = "";

    /// <summary>Whether its answers are XML of the kind that is read here; null until the first is to be read.</summary>
    public bool? HasXmlAnswers { get; set; }

    /// <summary>The endpoint's host, and its port unless it is the scheme's own.</summary>
    public string Host => field ??= Endpoint.IsDefaultPort ? Endpoint.Host : $"{Endpoint.Host}:{Endpoint.Port}";

    /// <summary>The endpoint's own path; empty if it has none.</summary>
    public string EndpointPath => field ??= Endpoint.AbsolutePath == "/" ? "" : Endpoint.AbsolutePath;

    /// <summary>The URL of a request that has no path of its own.</summary>
    public Uri Root => field ??= RequestPath.Compose(Endpoint, "");

    /// <summary>Its path as it is signed.</summary>
    public string RootPath => field ??= AWSSDKUtils.CanonicalizeResourcePathV2(Endpoint, "", DoubleEncodes, null);

    /// <summary>Gives a marshalled request what the SDK's handlers would have given it.</summary>
    public void Apply(IRequest request)
    {
        request.Endpoint = Endpoint;
        request.EndpointAttributes = EndpointAttributes;
        request.AuthenticationRegion = SigningRegion;
        request.OverrideSigningServiceName = SigningService;
        request.UseDoubleEncoding = DoubleEncodes;
        request.SignatureVersion = SignatureVersion.SigV4;
    }
}
