using System.Diagnostics.Metrics;

namespace AwsBatch.Telemetry;

/// <summary>Reads the pools' limits and parked requests whenever somebody collects.</summary>
internal sealed class PoolGauges
{
    private readonly Lock gate = new();
    private readonly List<PoolMeter> pools = [];

    public PoolGauges(Meter meter)
    {
        meter.CreateObservableGauge(
            TelemetryNames.Limit,
            () => Pools().Select(static pool => pool.Limit),
            "{request}",
            "Requests that the pool may have in flight now.");
        meter.CreateObservableUpDownCounter(
            TelemetryNames.Parked,
            () => Pools().Select(static pool => pool.Parked),
            "{request}",
            "Requests of the pool that wait for their next attempt.");
    }

    public void Add(PoolMeter pool)
    {
        lock (gate)
            pools.Add(pool);
    }

    public void Remove(PoolMeter pool)
    {
        lock (gate)
            pools.Remove(pool);
    }

    private PoolMeter[] Pools()
    {
        lock (gate)
            return [.. pools];
    }
}
