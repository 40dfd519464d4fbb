using System.Buffers;
using AwsBatch.Testing.Protocols;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace AwsBatch.Testing.Hosting;

internal static class RequestReader
{
    /// <summary>The request without its body, which may still be on its way.</summary>
    public static AwsRequest ReadHead(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return new AwsRequest(http.Request.Method, target, http.Request.Headers, ReadOnlyMemory<byte>.Empty) { Scheme = http.Request.Scheme };
    }

    public static async ValueTask<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContext http)
    {
        var request = http.Request;
        return request.ContentLength switch
        {
            > 0 and var length => await ReadAsync(http, (int)length).ConfigureAwait(false),
            null when HttpMethods.IsPost(request.Method) || HttpMethods.IsPut(request.Method) =>
                await ReadToEndAsync(http).ConfigureAwait(false),
            _ => ReadOnlyMemory<byte>.Empty,
        };
    }

    // The array is exactly as long as the body: PutObject keeps it as the object's content.
    private static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(HttpContext http, int length)
    {
        var body = new byte[length];
        await http.Request.Body.ReadExactlyAsync(body, http.RequestAborted).ConfigureAwait(false);
        return body;
    }

    private static async ValueTask<ReadOnlyMemory<byte>> ReadToEndAsync(HttpContext http)
    {
        var reader = http.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(http.RequestAborted).ConfigureAwait(false);
            if (read.IsCompleted)
                return read.Buffer.ToArray();
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
