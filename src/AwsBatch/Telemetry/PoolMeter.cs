using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AwsBatch.Telemetry;

/// <summary>What is known of one pool: where it sends to, and, until disposed, its limit and its parked requests.</summary>
internal sealed class PoolMeter : IDisposable
{
    private readonly PoolGauges gauges;
    private readonly Func<double> limit;
    private readonly Func<long> parked;
    private readonly List<KeyValuePair<string, object?>> placeTags = [];
    private readonly KeyValuePair<string, object?>[] tags;
    private readonly string? serverAddress;
    private readonly object? serverPort;

    public PoolMeter(PoolGauges gauges, string serviceId, BatchTarget target, Func<double> limit, Func<long> parked)
    {
        this.gauges = gauges;
        this.limit = limit;
        this.parked = parked;
        if (target.Region is { } region)
            placeTags.Add(new(TelemetryNames.Region, region));

        // Host and port only: an endpoint's URL may hold a password.
        if (target.EndpointUrl is { } url && Uri.TryCreate(url, UriKind.Absolute, out var endpoint))
        {
            serverAddress = endpoint.Host;
            serverPort = endpoint.Port;
            placeTags.Add(new(TelemetryNames.ServerAddress, serverAddress));
            placeTags.Add(new(TelemetryNames.ServerPort, serverPort));
        }

        tags = [new(TelemetryNames.RpcSystem, TelemetryNames.AwsApi), new(TelemetryNames.RpcService, serviceId), .. placeTags];
        if (target.Profile is { } profile)
            tags = [.. tags, new(TelemetryNames.Profile, profile)];
    }

    /// <summary>Region and server, as far as known.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> PlaceTags => placeTags;

    public Measurement<double> Limit => new(limit(), tags);

    public Measurement<long> Parked => new(parked(), tags);

    public void AddServerTo(ref TagList list)
    {
        if (serverAddress is null)
            return;
        list.Add(TelemetryNames.ServerAddress, serverAddress);
        list.Add(TelemetryNames.ServerPort, serverPort);
    }

    public void Dispose() => gauges.Remove(this);
}
