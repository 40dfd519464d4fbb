using System.Globalization;
using Amazon.Runtime;
using AwsBatch.Clients;
using AwsBatch.CompilerServices;
using AwsBatch.Pipeline.Tests.Services;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Pipeline.Tests.Wire;

/// <summary>A client with the SDK's pipeline and one with the lean one, which differ in nothing else.</summary>
internal sealed class PipelinePair : IDisposable
{
    private readonly WireRecorder stockWire = new();
    private readonly WireRecorder leanWire = new();
    private readonly FakeTimeProvider clock = new();
    private readonly IAmazonService stock;
    private readonly IAmazonService lean;

    public PipelinePair(Service service, Target target)
    {
        stock = service.Descriptor.CreateClient(target.Credentials, target.Configure(service.Descriptor, stockWire));
        var config = target.Configure(
            service.Descriptor, new InvocationIds { InnerHandler = new AnswerReplay { InnerHandler = leanWire } });
        RememberedEndpoints.Attach(config);
        lean = service.Descriptor.CreateClient(
            target.Credentials, config, () => new LeanPipeline(config, new HttpMessageInvoker(leanWire), clock));
    }

    /// <summary>Sends a request through the lean pipeline, so that it learns the way.</summary>
    /// <returns>Whether the next one goes the short way; if not, what came of it.</returns>
    public async Task<(bool IsLean, object Outcome)> LearnAsync(Operation operation, object request)
    {
        var invocation = new Invocation();
        leanWire.Answer = static () => new HttpResponseMessage(System.Net.HttpStatusCode.InternalServerError);
        await OutcomeAsync(lean, operation, request, invocation);
        var outcome = await OutcomeAsync(lean, operation, request, invocation);
        return (invocation.Route is { } route && route != Route.Stock, outcome);
    }

    /// <summary>Sends a request through the lean pipeline, which has the right time.</summary>
    /// <returns>What came of it: a response or an exception.</returns>
    public Task<object> SendLeanAsync(Operation operation, object request, Func<HttpResponseMessage> answer)
    {
        leanWire.Answer = answer;
        clock.AdjustTime(TimeProvider.System.GetUtcNow());
        return OutcomeAsync(lean, operation, request, new Invocation());
    }

    /// <summary>Sends equal requests through both.</summary>
    /// <param name="operation">What is called.</param>
    /// <param name="make">Makes the request, each time anew.</param>
    /// <param name="answer">Makes the answer, each time anew, or throws.</param>
    /// <param name="cancellationToken">Cancels both.</param>
    public async Task<(Exchanged Stock, Exchanged Lean)> SendAsync(
        Operation operation, Func<object> make, Func<HttpResponseMessage> answer, CancellationToken cancellationToken = default)
    {
        stockWire.Answer = leanWire.Answer = answer;
        stockWire.Sent.Clear();
        leanWire.Sent.Clear();
        var stockOutcome = await OutcomeAsync(stock, operation, make(), new Invocation(), cancellationToken);

        var invocation = new Invocation();
        if (stockWire.Sent is [var sent, ..])
        {
            // Neither is in the request: the one is made up, the other the time.
            invocation.Id = sent.Headers.GetValueOrDefault(HeaderNames.InvocationId);
            if (sent.Headers.TryGetValue("x-amz-date", out var date))
                clock.AdjustTime(DateTimeOffset.ParseExact(date, "yyyyMMddTHHmmssZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
        }

        var leanOutcome = await OutcomeAsync(lean, operation, make(), invocation, cancellationToken);
        return (new Exchanged([.. stockWire.Sent], stockOutcome), new Exchanged([.. leanWire.Sent], leanOutcome));
    }

    public void Dispose()
    {
        (stock as IDisposable)?.Dispose();
        (lean as IDisposable)?.Dispose();
    }

    private static Task<object> OutcomeAsync(
        IAmazonService client, Operation operation, object request, Invocation invocation, CancellationToken cancellationToken = default)
    {
        invocation.EndpointParameter = operation.EndpointParameterOf(request);
        Task<object>? outcome = null;
        ExecutionContext.Run(invocation.Extend(caller: null), _ => outcome = SendAsync(), null);
        return outcome!;

        async Task<object> SendAsync()
        {
            try
            {
                return await operation.InvokeAsync(client, request, cancellationToken);
            }
            catch (Exception exception)
            {
                return exception;
            }
        }
    }
}

/// <summary>What was sent, and what came of it: a response or an exception.</summary>
internal sealed record Exchanged(IReadOnlyList<SentRequest> Sent, object Outcome);
