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
                ShouldHandle = static arguments => new ValueTask<bool>(
                    arguments.Outcome.Exception is HttpRequestException
                    {
                        HttpRequestError: HttpRequestError.ConnectionError
                            or HttpRequestError.NameResolutionError
                            or HttpRequestError.SecureConnectionError,
                    }),
                FailureRatio = 0.5,
                MinimumThroughput = 20,
                SamplingDuration = TimeSpan.FromSeconds(10),
                BreakDuration = TimeSpan.FromSeconds(5),
            })
            .Build();
}
