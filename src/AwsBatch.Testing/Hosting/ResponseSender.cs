using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Wire;
using Microsoft.AspNetCore.Http;

namespace AwsBatch.Testing.Hosting;

internal static class ResponseSender
{
    private const int LastPart = 16 * 1024;

    /// <summary>
    /// Sends the answer and lands the flight just before its last bytes: once a client has those it may send its next request, and
    /// must not be counted twice.
    /// </summary>
    public static async ValueTask SendAsync(HttpContext http, AwsResponse answer, Flight flight)
    {
        var response = http.Response;
        response.StatusCode = answer.StatusCode;
        var body = answer.Body;
        if (answer.StatusCode is not (204 or 304))
            response.ContentLength = answer.ContentLength ?? body.Length;
        if (HttpMethods.IsHead(http.Request.Method) || body.IsEmpty || response.ContentLength is null)
        {
            flight.Dispose();
            return;
        }
        if (body.Length > LastPart)
        {
            await response.Body.WriteAsync(body[..^LastPart], http.RequestAborted).ConfigureAwait(false);
            body = body[^LastPart..];
        }
        flight.Dispose();
        await response.Body.WriteAsync(body, http.RequestAborted).ConfigureAwait(false);
    }
}
