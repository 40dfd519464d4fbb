using System.Globalization;
using AwsBatch.Testing.Behaviour;
using AwsBatch.Testing.Behaviour.Faults;
using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Services;
using AwsBatch.Testing.Signing;
using AwsBatch.Testing.Wire;
using Microsoft.AspNetCore.Http;

namespace AwsBatch.Testing.Hosting;

/// <summary>
/// The way of a request: its head is read and recognised, its body read, its signature verified, its fault found; it is held, answered and
/// sent as that fault has it.
/// </summary>
internal sealed class RequestPipeline(
    ServiceCatalog services, SignatureVerifier verifier, BehaviourTable behaviours, EndpointClock clock, WireCounters wire)
{
    public async Task HandleAsync(HttpContext http)
    {
        using var flight = wire.Enter();
        try
        {
            using var response = new AwsResponse(http.Response.Headers, NewRequestId());
            var request = RequestReader.ReadHead(http);
            var signature = RequestSignature.TryRead(request);
            var service = services.For(request, signature);
            if (service.NamesOperationInBody)
                request.Body = await RequestReader.ReadBodyAsync(http).ConfigureAwait(false);
            var call = service.Recognise(request);
            flight.Identify(call.Operation);

            var exchange = new Exchange(service, call, request, signature, response);
            var behaviour = behaviours.Of(call.Operation, request, signature);
            var fault = behaviour?.OnArrival();
            if (fault is null)
            {
                if (!service.NamesOperationInBody)
                    request.Body = await RequestReader.ReadBodyAsync(http).ConfigureAwait(false);
                fault = Refusal(exchange) ?? behaviour?.OnceRead() ?? Fault.None;
            }

            if (await AnswerAsync(exchange, fault, behaviour, http.RequestAborted).ConfigureAwait(false) is { } error)
                flight.Outcome = WriteError(error, exchange) ? fault.Outcome : FlightOutcome.Answered;
            service.Protocol.Identify(response);
            clock.Date(response.Headers);
            await fault.SendAsync(new ResponseSender(http, response, flight), behaviours.Time).ConfigureAwait(false);
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or IOException && http.RequestAborted.IsCancellationRequested)
        {
            // The client has gone: nobody is left to answer.
        }
    }

    /// <summary>The fault of a request whose signature does not hold.</summary>
    private ErrorFault? Refusal(Exchange exchange)
    {
        var verdict = verifier.Verify(exchange.Request, exchange.Signature);
        return verdict == SignatureFault.None
            ? null
            : new(exchange.Service.SignatureErrors.For(verdict, exchange.Signature, clock.GetUtcNow()));
    }

    private static async ValueTask<AwsError?> AnswerAsync(
        Exchange exchange, Fault fault, CallBehaviour? behaviour, CancellationToken cancellationToken)
    {
        try
        {
            if (behaviour is not null)
            {
                behaviour.Observe();
                await behaviour.HoldAsync(cancellationToken).ConfigureAwait(false);
            }
            return await fault.AnswerAsync(exchange, cancellationToken).ConfigureAwait(false);
        }
        catch (AwsErrorException exception)
        {
            return exception.Error;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return AwsError.EndpointFailed(exchange.Call.Operation, exception);
        }
    }

    /// <summary>Puts the error in the answer's place.</summary>
    /// <returns>False for a status that is an error to S3's code, but not to its clients.</returns>
    private static bool WriteError(AwsError error, Exchange exchange)
    {
        var response = exchange.Response;
        response.Clear();
        response.StatusCode = error.StatusCode;
        foreach (var (name, value) in error.Headers)
            response.Headers[name] = value;
        if (error.StatusCode == StatusCodes.Status304NotModified)
            return false;
        exchange.Service.Protocol.WriteError(error, response);
        return true;
    }

    private static string NewRequestId() => Random.Shared.NextInt64().ToString("X16", CultureInfo.InvariantCulture);
}
