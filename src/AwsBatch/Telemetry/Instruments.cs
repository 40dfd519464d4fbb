using System.Diagnostics.Metrics;

namespace AwsBatch.Telemetry;

/// <summary>The instruments of the meter <c>AwsBatch</c>.</summary>
internal sealed class Instruments
{
    // The conventions' advice for rpc.client.call.duration.
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
    };

    public Instruments(Meter meter)
    {
        CallDuration = meter.CreateHistogram(
            TelemetryNames.CallDuration, "s", "Duration of a request, retries and waits included.", advice: Seconds);
        AttemptDuration = meter.CreateHistogram(
            TelemetryNames.AttemptDuration, "s", "Duration of one sending of a request.", advice: Seconds);
        Attempts = meter.CreateCounter<long>(
            TelemetryNames.Attempts, "{attempt}", "Requests sent on the wire, retries included.");
        Throttles = meter.CreateCounter<long>(
            TelemetryNames.Throttles, "{attempt}", "Attempts that the service refused for their rate.");
        DedupeHits = meter.CreateCounter<long>(
            TelemetryNames.DedupeHits, "{request}", "Requests answered by the answer to an equal one.");
    }

    public Histogram<double> CallDuration { get; }

    public Histogram<double> AttemptDuration { get; }

    public Counter<long> Attempts { get; }

    public Counter<long> Throttles { get; }

    public Counter<long> DedupeHits { get; }
}
