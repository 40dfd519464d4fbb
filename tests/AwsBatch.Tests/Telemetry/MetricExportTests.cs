using System.Diagnostics.Metrics;
using AwsBatch.Telemetry;
using AwsBatch.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace AwsBatch.Tests.Telemetry;

[Collection(TelemetryCollection.Name)]
public sealed class MetricExportTests : IDisposable
{
    private readonly List<MetricSnapshot> exported = [];
    private readonly MeterProvider provider;
    private readonly AwsBatchTelemetry telemetry = new(TimeProvider.System);
    private readonly OperationMeter meter;
    private readonly PoolMeter pool;

    public MetricExportTests()
    {
        provider = Sdk.CreateMeterProviderBuilder().AddMeter("AwsBatch").AddInMemoryExporter(exported).Build();
        meter = telemetry.For(Harness.Operation((_, _) => Task.FromResult(""), "Exported"));
        pool = telemetry.Watch(
            Harness.Service,
            new BatchTarget
            {
                Region = "eu-north-1",
                Profile = "audit",
                EndpointUrl = "https://user:password@aws.example:8443/path",
            },
            static () => 12.5,
            static () => 7);
    }

    public void Dispose()
    {
        provider.Dispose();
        telemetry.Dispose();
    }

    [Fact]
    public void A_call_has_a_duration_by_the_rpc_conventions()
    {
        meter.ItemEnded(TimeSpan.FromSeconds(0.3), 1, null, null, pool);

        var (metric, point) = Export("rpc.client.call.duration", "rpc.method", "Exported").Single();
        Assert.Equal(("s", MetricType.Histogram), (metric.Unit, metric.MetricType));
        Assert.NotEmpty(metric.Description);
        Assert.Equal((1, 0.3), (point.GetHistogramCount(), point.GetHistogramSum()));
        Assert.Equal(
            [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, double.PositiveInfinity], Bounds(point));
        Assert.Equal(
            [
                ("rpc.method", "Exported"), ("rpc.service", "fake"), ("rpc.system.name", "aws-api"),
                ("server.address", "aws.example"), ("server.port", "8443"),
            ],
            Tags(point));
    }

    [Theory]
    [InlineData(BatchErrorKind.Service, "NoSuchBucket", "NoSuchBucket")]
    [InlineData(BatchErrorKind.Network, "Network", "Network")]
    [InlineData(BatchErrorKind.Service, "", "Service")]
    [InlineData(BatchErrorKind.Service, "No bucket 'payroll' for key AKIA", "Service")]
    public void A_failure_has_an_error_type_of_few_values(BatchErrorKind kind, string code, string expected)
    {
        meter.ItemEnded(TimeSpan.FromSeconds(1), 1, kind, code);

        var (_, point) = Export("rpc.client.call.duration", "rpc.method", "Exported").Single();
        Assert.Contains(("error.type", expected), Tags(point));
    }

    [Fact]
    public void Attempts_throttles_and_dedupe_hits_are_counted()
    {
        meter.AttemptEnded(TimeSpan.FromSeconds(1), BatchErrorKind.Throttled);
        meter.AttemptEnded(TimeSpan.FromSeconds(1), null);
        meter.Entered(0);
        meter.Deduplicated(1);

        Assert.Equal(2, Sum("awsbatch.attempts"));
        Assert.Equal(1, Sum("awsbatch.throttles"));
        Assert.Equal(1, Sum("awsbatch.dedupe.hits"));
        Assert.Equal(1, Sum("awsbatch.in_flight"));
        var durations = Export("awsbatch.attempt.duration", "rpc.method", "Exported");
        Assert.Equal(2, durations.Sum(static found => found.Point.GetHistogramCount()));
    }

    [Fact]
    public void A_pool_shows_its_limit_and_what_is_parked_until_it_is_disposed()
    {
        var (limit, point) = Export("awsbatch.limit", "cloud.region", "eu-north-1").Single();
        Assert.Equal((MetricType.DoubleGauge, 12.5), (limit.MetricType, point.GetGaugeLastValueDouble()));
        Assert.Equal(
            [
                ("awsbatch.profile", "audit"), ("cloud.region", "eu-north-1"),
                ("rpc.service", "fake"), ("rpc.system.name", "aws-api"),
                ("server.address", "aws.example"), ("server.port", "8443"),
            ],
            Tags(point));
        Assert.Equal(7, Export("awsbatch.parked", "cloud.region", "eu-north-1").Single().Point.GetSumLong());

        pool.Dispose();

        Assert.Empty(Export("awsbatch.limit", "cloud.region", "eu-north-1"));
    }

    [Fact]
    public void Every_instrument_has_a_unit_and_a_description()
    {
        A_call_has_a_duration_by_the_rpc_conventions();
        Attempts_throttles_and_dedupe_hits_are_counted();

        Assert.Equal(8, exported.Select(static metric => metric.Name).Distinct().Count());
        Assert.All(exported, static metric => Assert.NotEmpty(metric.Unit));
        Assert.All(exported, static metric => Assert.NotEmpty(metric.Description));
    }

    [Fact]
    public async Task The_meter_comes_from_the_providers_own_factory()
    {
        await using var harness = new Harness();
        var factory = harness.Services.GetRequiredService<IMeterFactory>();
        var scopes = new List<object?>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
                scopes.Add(instrument.Meter.Name == "AwsBatch" ? instrument.Meter.Scope : null),
        };
        listener.Start();

        harness.Services.GetRequiredService<IPerfStats>();

        Assert.Equal(8, scopes.Count(scope => scope == factory));
    }

    private long Sum(string name) => Export(name, "rpc.method", "Exported").Single().Point.GetSumLong();

    private IEnumerable<(MetricSnapshot Metric, MetricPoint Point)> Export(string name, string tag, string value)
    {
        exported.Clear();
        provider.ForceFlush();
        return
            from metric in exported
            where metric.Name == name
            from point in metric.MetricPoints
            where Tags(point).Contains((tag, value))
            select (metric, point);
    }

    private static List<(string, string)> Tags(MetricPoint point)
    {
        var tags = new List<(string, string)>();
        foreach (var tag in point.Tags)
            tags.Add((tag.Key, $"{tag.Value}"));
        tags.Sort(static (left, right) => string.CompareOrdinal(left.Item1, right.Item1));
        return tags;
    }

    private static List<double> Bounds(MetricPoint point)
    {
        var bounds = new List<double>();
        foreach (var bucket in point.GetHistogramBuckets())
            bounds.Add(bucket.ExplicitBound);
        return bounds;
    }
}
