using AwsBatch.Admission;
using AwsBatch.Clients;
using AwsBatch.Retries;
using AwsBatch.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AwsBatch.Execution;

/// <summary>What all calls of a service provider share.</summary>
internal sealed class Core(
    IOptions<AwsBatchOptions> options,
    ClientPools pools,
    AwsBatchTelemetry telemetry,
    RetryPolicy retries,
    IWorkScheduler scheduler,
    TimeProvider clock,
    ILogger<BatchEngine> logger)
{
    public TimeProvider Clock => clock;

    public ILogger Logger => logger;

    public IWorkScheduler Scheduler => scheduler;

    public AwsBatchTelemetry Telemetry => telemetry;

    public ClientPools Pools => pools;

    /// <summary>The window of the process.</summary>
    public AnswerFlights Answers { get; } = new(clock);

    public RetryPolicy Retries => retries;

    public MemoryGuard Memory { get; } = new(options.Value.MemoryLimit, clock);
}
