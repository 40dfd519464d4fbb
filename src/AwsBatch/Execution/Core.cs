using AwsBatch.Admission;
using AwsBatch.Clients;
using AwsBatch.Retries;
using AwsBatch.Telemetry;
using Microsoft.Extensions.Logging;

namespace AwsBatch.Execution;

/// <summary>What all calls of a service provider share.</summary>
internal sealed class Core(
    ClientPools pools,
    AwsBatchTelemetry telemetry,
    RetryPolicy retries,
    MemoryGuard memory,
    AnswerFlights answers,
    BucketRouting routing,
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
    public AnswerFlights Answers => answers;

    public BucketRouting Routing => routing;

    public RetryPolicy Retries => retries;

    public Remedies Remedies { get; } = new(pools, routing, clock);

    public MemoryGuard Memory => memory;
}
