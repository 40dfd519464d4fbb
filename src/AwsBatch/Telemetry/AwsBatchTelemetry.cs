using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using AwsBatch.CompilerServices;

namespace AwsBatch.Telemetry;

/// <summary>All that one service provider measures: a meter and an activity source, both named <c>AwsBatch</c>.</summary>
internal sealed class AwsBatchTelemetry : IDisposable
{
    // Operations that do not exist are without end; those that do stay below.
    private const int MostNames = 2_000;

    private readonly ConcurrentDictionary<(string Service, string Operation), OperationMeter> operations = new();
    private readonly TimeProvider clock;
    private readonly Meter? ownMeter;
    private readonly ActivitySource source;
    private readonly Instruments instruments;
    private readonly PoolGauges pools;

    public AwsBatchTelemetry(TimeProvider clock, IMeterFactory? meters = null)
    {
        this.clock = clock;
        var version = typeof(AwsBatchTelemetry).Assembly.GetName().Version?.ToString(3);
        var options = new MeterOptions(TelemetryNames.Source) { Version = version };

        // A factory's meters are the factory's to dispose.
        var meter = meters?.Create(options) ?? (ownMeter = new Meter(options));
        source = new ActivitySource(TelemetryNames.Source, version);
        instruments = new Instruments(meter);
        pools = new PoolGauges(meter);
        Tracer = new ItemTracer(source);
        meter.CreateObservableUpDownCounter(
            TelemetryNames.InFlight,
            () => operations.Values.Select(static operation => new Measurement<long>(operation.InFlight, operation.Tags)),
            "{attempt}",
            "Attempts under way.");
    }

    public ItemTracer Tracer { get; }

    public ICollection<OperationMeter> Operations => operations.Values;

    /// <summary>The meter of an operation, always the same: get it once per call, not per item.</summary>
    /// <remarks>Of operations that cannot be sent only so many have their own; the others share <c>*:*</c>.</remarks>
    public OperationMeter For(BatchOperation operation)
    {
        if (operations.TryGetValue((operation.Service.Name, operation.Name), out var known))
            return known;
        return operation.Refusal is not null && operations.Count >= MostNames
            ? Open(("*", "*"), "*")
            : Open((operation.Service.Name, operation.Name), IdOf(operation.Service));
    }

    /// <summary>Shows a pool's numbers until the result is disposed.</summary>
    /// <param name="service">The pool's service.</param>
    /// <param name="target">The pool's account, region and endpoint, nothing left to inherit.</param>
    /// <param name="limit">How many requests it may have in flight now; called on any thread.</param>
    /// <param name="parked">How many of its requests wait for their next attempt; called on any thread.</param>
    public PoolMeter Watch(BatchServiceDescriptor service, BatchTarget target, Func<double> limit, Func<long> parked)
    {
        var pool = new PoolMeter(pools, IdOf(service), target, limit, parked);
        pools.Add(pool);
        return pool;
    }

    public void Dispose()
    {
        source.Dispose();
        ownMeter?.Dispose();
    }

    private OperationMeter Open((string Service, string Operation) name, string serviceId) => operations.GetOrAdd(
        name,
        static (key, created) => new OperationMeter(
            key.Service, created.ServiceId, key.Operation, created.Telemetry.instruments, created.Telemetry.clock),
        (Telemetry: this, ServiceId: serviceId));

    private static string IdOf(BatchServiceDescriptor service) =>
        service.IsKnown && service.CreateConfig().ServiceId is { Length: > 0 } id ? id : service.Name;
}
