using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing;

/// <summary>A request as the endpoint received it, to choose which calls a fault hits or to record what was sent. May be kept.</summary>
public sealed class ReceivedRequest
{
    private readonly AwsRequest request;
    private readonly bool hasForm;

    internal ReceivedRequest(string operation, AwsRequest request, string? signingRegion)
    {
        Operation = operation;
        SigningRegion = signingRegion;
        this.request = request;
        hasForm = request.HasForm;
        // A copy, for the server uses its own again when the next request comes.
        Headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The operation, such as <c>s3:HeadObject</c>.</summary>
    public string Operation { get; }

    /// <summary>The region it was signed for, or null if it bears no signature.</summary>
    public string? SigningRegion { get; }

    /// <summary>The HTTP method, in upper case.</summary>
    public string Method => request.Method;

    /// <summary>Path and query exactly as sent, percent-encoding included.</summary>
    public string Target => request.Target;

    /// <summary>All headers, names in any case; one sent several times has its values joined by commas.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The SDK's id of the call that this is an attempt of (<c>amz-sdk-invocation-id</c>), or null.</summary>
    public string? InvocationId => Header("amz-sdk-invocation-id");

    /// <summary>The payload, decoded if it came in signed chunks; empty while it has not been read.</summary>
    public ReadOnlyMemory<byte> Body => request.Body;

    /// <summary>The value of a header, or null if it was not sent.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The value of a query parameter, or of a form body's such as EC2's <c>ClientToken</c>; null if it was not sent.</summary>
    public string? Parameter(string name) => request.Query[name] ?? (hasForm ? request.Form[name] : null);
}
