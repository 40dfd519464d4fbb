using AwsBatch.Testing.Protocols;
using Microsoft.AspNetCore.Http;

namespace AwsBatch.Testing.Wire;

/// <summary>
/// Sends an answer, whole or not, and lands the flight just before the last bytes: once a client has those it may send its next request, and
/// must not be counted twice.
/// </summary>
internal sealed class ResponseSender(HttpContext http, AwsResponse answer, Flight flight)
{
    private const int LastPart = 16 * 1024;

    /// <summary>Fires when the client has gone.</summary>
    public CancellationToken Aborted => http.RequestAborted;

    public bool HasBody => !HttpMethods.IsHead(http.Request.Method) && !answer.Body.IsEmpty && answer.StatusCode is not (204 or 304);

    private HttpResponse Response => http.Response;

    /// <summary>Sends everything, or what <see cref="SendHeadersAsync"/> left.</summary>
    public async ValueTask SendAsync()
    {
        SetHead();
        if (!HasBody)
        {
            flight.Dispose();
            return;
        }
        var body = answer.Body;
        if (body.Length > LastPart)
        {
            await Response.Body.WriteAsync(body[..^LastPart], Aborted).ConfigureAwait(false);
            body = body[^LastPart..];
        }
        flight.Dispose();
        await Response.Body.WriteAsync(body, Aborted).ConfigureAwait(false);
    }

    public async ValueTask SendHeadersAsync()
    {
        SetHead();
        await Response.Body.FlushAsync(Aborted).ConfigureAwait(false);
    }

    /// <summary>Sends the first half of the body, or resets the connection if there is none.</summary>
    public async ValueTask SendTruncatedAsync()
    {
        if (!HasBody)
        {
            Reset();
            return;
        }
        SetHead();
        Land(FlightOutcome.Reset);
        // The server closes the connection by itself when an answer ends short of its Content-Length.
        await Response.Body.WriteAsync(answer.Body[..(answer.Body.Length / 2)], Aborted).ConfigureAwait(false);
        await Response.Body.FlushAsync(Aborted).ConfigureAwait(false);
    }

    public void Reset()
    {
        Land(FlightOutcome.Reset);
        http.Abort();
    }

    private void SetHead()
    {
        if (Response.HasStarted)
            return;
        Response.StatusCode = answer.StatusCode;
        if (answer.StatusCode is not (204 or 304))
            Response.ContentLength = answer.ContentLength ?? answer.Body.Length;
    }

    private void Land(FlightOutcome outcome)
    {
        flight.Outcome = outcome;
        flight.Dispose();
    }
}
