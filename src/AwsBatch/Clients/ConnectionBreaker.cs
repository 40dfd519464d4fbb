using Polly;
using Polly.CircuitBreaker;

namespace AwsBatch.Clients;

/// <summary>
/// The circuit breaker of a pool. It counts connections that could not be made and nothing else: an error that a service
/// answers, a throttle above all, says that the connection works.
/// </summary>
internal static class ConnectionBreaker
{
    public static ResiliencePipeline<HttpResponseMessage> Create(TimeProvider clock) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = static arguments => new ValueTask<bool>(IsUnconnected(arguments.Outcome.Exception)),
                FailureRatio = 0.5,
                MinimumThroughput = 20,
                SamplingDuration = TimeSpan.FromSeconds(10),
                BreakDuration = TimeSpan.FromSeconds(5),
            })
            .Build();

    /// <summary>Whether an exception says that no connection could be made, so that nothing was sent.</summary>
    public static bool IsUnconnected(Exception? exception) => exception is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError
            or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError,
    };
}
