using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using AwsBatch.CompilerServices;

namespace AwsBatch.Telemetry;

/// <summary>All that one service provider measures: a meter and an activity source, both named <c>AwsBatch</c>.</summary>
internal sealed class AwsBatchTelemetry : IDisposable
{
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
    public OperationMeter For(BatchOperation operation) => operations.GetOrAdd(
        (operation.Service.Name, operation.Name),
        static (key, created) => new OperationMeter(
            key.Service, IdOf(created.Service), key.Operation, created.Telemetry.instruments, created.Telemetry.clock),
        (Telemetry: this, operation.Service));

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

    private static string IdOf(BatchServiceDescriptor service) =>
        service.CreateConfig().ServiceId is { Length: > 0 } id ? id : service.Name;
}
