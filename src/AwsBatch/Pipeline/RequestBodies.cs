using Amazon.Runtime.Internal;
using Amazon.Util;

namespace AwsBatch.Pipeline;

/// <summary>The bytes of a marshalled request, which live as long as it.</summary>
internal static class RequestBodies
{
    /// <returns>Null if the method has no body.</returns>
    public static ReadOnlyMemory<byte>? Of(IRequest request)
    {
        if (!request.MayContainRequestBody())
            return null;

        if (request.Content is null && request.ContentStream is null && !request.UseQueryString)
            request.ContentStream = AWSSDKUtils.WriteParametersToPooledStream(request);
        return request.ContentStream switch
        {
            PooledContentStream { Length: > 0 } pooled => pooled.Content,
            MemoryStream memory => Rest(memory),
            _ => request.Content,
        };
    }

    // From where it stands, which it keeps: the request may be sent again.
    private static ReadOnlyMemory<byte> Rest(MemoryStream memory) =>
        (memory.TryGetBuffer(out var buffer) ? buffer.AsMemory() : memory.ToArray())[(int)memory.Position..];
}
