using Polly;
using Polly.CircuitBreaker;

namespace AwsBatch.Clients;

/// <summary>
/// The circuit breaker of a pool. It counts connections that could not be made and nothing else: an error that a service
/// answers, a throttle above all, says that the connection works.
/// </summary>
internal sealed class ConnectionBreaker : DelegatingHandler
{
    private readonly TimeProvider clock;

    // Until a connection fails there is nothing to weigh, and neither a request nor a start has to pay for it.
    private readonly Lazy<Circuit> circuit;
    private volatile bool isWatching;
    private long lastFailure;

    public ConnectionBreaker(TimeProvider clock)
    {
        this.clock = clock;
        circuit = new(() => new Circuit(clock));
    }

    /// <summary>Whether an exception says that no connection could be made, so that nothing was sent.</summary>
    public static bool IsUnconnected(Exception? exception) => exception is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError
            or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError,
    };

    /// <exception cref="BrokenCircuitException">Connections fail, and for a while none is tried.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isCounted = isWatching;
        try
        {
            return await (isCounted ? SendCountedAsync(request, cancellationToken) : base.SendAsync(request, cancellationToken))
                .ConfigureAwait(false);
        }
        catch (HttpRequestException exception) when (IsUnconnected(exception))
        {
            Watch();
            if (!isCounted)
                await CountAsync(exception).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<HttpResponseMessage> SendCountedAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await circuit.Value.Breaker.ExecuteAsync(
            static (call, cancellationToken) => new ValueTask<HttpResponseMessage>(call.Send(call.request, cancellationToken)),
            (Send: new Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>(base.SendAsync), request),
            cancellationToken).ConfigureAwait(false);
        // By then the breaker has forgotten it as well.
        if (circuit.Value.IsClosed && clock.GetElapsedTime(Volatile.Read(ref lastFailure)) > Circuit.SamplingDuration)
            isWatching = false;
        return answer;
    }

    private void Watch()
    {
        Volatile.Write(ref lastFailure, clock.GetTimestamp());
        isWatching = true;
    }

    private async Task CountAsync(HttpRequestException failure)
    {
        var context = ResilienceContextPool.Shared.Get(CancellationToken.None);
        await circuit.Value.Breaker.ExecuteOutcomeAsync(
            static (_, failure) => Outcome.FromExceptionAsValueTask<HttpResponseMessage>(failure), context, failure).ConfigureAwait(false);
        ResilienceContextPool.Shared.Return(context);
    }

    private sealed class Circuit
    {
        public static readonly TimeSpan SamplingDuration = TimeSpan.FromSeconds(10);

        private readonly CircuitBreakerStateProvider state = new();

        public Circuit(TimeProvider clock) =>
            Breaker = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
                .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
                {
                    ShouldHandle = static arguments => new ValueTask<bool>(IsUnconnected(arguments.Outcome.Exception)),
                    FailureRatio = 0.5,
                    MinimumThroughput = 20,
                    SamplingDuration = SamplingDuration,
                    BreakDuration = TimeSpan.FromSeconds(5),
                    StateProvider = state,
                })
                .Build();

        public ResiliencePipeline<HttpResponseMessage> Breaker { get; }

        public bool IsClosed => state.CircuitState == CircuitState.Closed;
    }
}
