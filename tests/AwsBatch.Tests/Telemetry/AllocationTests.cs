using System.Diagnostics.Metrics;
using AwsBatch.Telemetry;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Telemetry;

[Collection(TelemetryCollection.Name)]
public sealed class AllocationTests : IDisposable
{
    private readonly AwsBatchTelemetry telemetry = new(TimeProvider.System);

    public void Dispose() => telemetry.Dispose();

    [Fact]
    public void Measuring_allocates_nothing_when_nobody_listens() => Assert.Equal(0, Allocations.Of(Calls(1_000)));

    [Fact]
    public void Measuring_allocates_nothing_when_a_listener_listens()
    {
        var heard = 0L;
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "AwsBatch")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => heard++);
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => heard++);
        listener.Start();

        Assert.Equal(0, Allocations.Of(Calls(1_000)));
        Assert.True(heard >= 5_000, $"the listener heard {heard} measurements");
    }

    private Action Calls(int count)
    {
        var operation = Harness.Operation((_, _) => Task.FromResult(""));
        var pool = telemetry.Watch(
            Harness.Service,
            new BatchTarget { Region = "eu-west-1", EndpointUrl = "http://localhost:4566" },
            static () => 8,
            static () => 0);
        return () =>
        {
            for (var n = 0; n < count; n++)
            {
                var meter = telemetry.For(operation);
                var span = telemetry.Tracer.StartItem(meter, pool);
                meter.Entered(n);
                meter.AttemptEnded(TimeSpan.FromMilliseconds(n), BatchErrorKind.Throttled);
                meter.AttemptEnded(TimeSpan.FromMilliseconds(n), null);
                meter.Left(n);
                meter.ItemEnded(TimeSpan.FromMilliseconds(2 * n), 2, BatchErrorKind.Service, "NoSuchBucket", pool);
                meter.Deduplicated(1);
                ItemTracer.EndItem(span, null!);
            }
        };
    }
}
