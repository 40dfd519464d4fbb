using System.Globalization;
using AwsBatch.Testing.Behaviour;
using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Services;
using AwsBatch.Testing.Signing;
using Microsoft.AspNetCore.Http;

namespace AwsBatch.Testing.Hosting;

/// <summary>The way of a request: read, recognise, verify, delay or fail as programmed, answer, send.</summary>
internal sealed class RequestPipeline(ServiceCatalog services, SignatureVerifier verifier, BehaviourTable behaviours, WireCounters wire)
{
    public async Task HandleAsync(HttpContext http)
    {
        using var flight = wire.Enter();
        try
        {
            var request = await RequestReader.ReadAsync(http).ConfigureAwait(false);
            using var response = new AwsResponse(http.Response.Headers, NewRequestId());
            var signature = RequestSignature.TryRead(request);
            var service = services.For(request, signature);
            var call = service.Recognise(request);
            flight.Identify(call.Operation);

            var refusal = service.SignatureErrors.For(verifier.Verify(request, signature));
            if ((refusal ?? await AnswerAsync(call, request, response, http.RequestAborted).ConfigureAwait(false)) is { } error)
                WriteError(error, service.Protocol, response);
            service.Protocol.Identify(response);
            await ResponseSender.SendAsync(http, response, flight).ConfigureAwait(false);
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or IOException && http.RequestAborted.IsCancellationRequested)
        {
            // The client has gone: nobody is left to answer.
        }
    }

    private async ValueTask<AwsError?> AnswerAsync(AwsCall call, AwsRequest request, AwsResponse response, CancellationToken cancellationToken)
    {
        try
        {
            if (await behaviours.ApplyAsync(call.Operation, request, cancellationToken).ConfigureAwait(false) is { } programmed)
                return programmed;
            await call.AnswerAsync(response, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (AwsErrorException exception)
        {
            return exception.Error;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A fault of the endpoint, or of a test's own predicate: say so, rather than a bare 500.
            var cause = $"{exception.GetType().Name}: {exception.Message}";
            return new(500, "InternalError", $"The embedded endpoint failed in {call.Operation}: {cause}");
        }
    }

    private static void WriteError(AwsError error, IProtocol protocol, AwsResponse response)
    {
        response.Clear();
        response.StatusCode = error.StatusCode;
        if (error.StatusCode != StatusCodes.Status304NotModified)
            protocol.WriteError(error, response);
    }

    private static string NewRequestId() => Random.Shared.NextInt64().ToString("X16", CultureInfo.InvariantCulture);
}
