using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing;

/// <summary>A request as the endpoint received it, for predicates that choose which calls a programmed error hits.</summary>
public sealed class ReceivedRequest
{
    private readonly AwsRequest request;

    internal ReceivedRequest(string operation, AwsRequest request)
    {
        Operation = operation;
        this.request = request;
    }

    /// <summary>The operation, such as <c>s3:HeadObject</c>.</summary>
    public string Operation { get; }

    /// <summary>The HTTP method, in upper case.</summary>
    public string Method => request.Method;

    /// <summary>Path and query exactly as sent, percent-encoding included.</summary>
    public string Target => request.Target;

    /// <summary>The payload, decoded if it came in signed chunks.</summary>
    public ReadOnlyMemory<byte> Body => request.Body;

    /// <summary>The value of a header, or null if it was not sent.</summary>
    public string? Header(string name) => request.Header(name);
}
