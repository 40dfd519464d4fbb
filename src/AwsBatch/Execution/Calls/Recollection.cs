using AwsBatch.CompilerServices;
using AwsBatch.Telemetry;

namespace AwsBatch.Execution;

/// <summary>
/// The requests of a batch that were answered from memory, counted by operation. A hit costs little more than one reading of
/// the clock or one count that all cores share, so both are made for several at a time.
/// </summary>
internal struct Recollection(Run run)
{
    private const int RequestsPerReading = 16;

    private long now;
    private int asked;
    private BatchOperation? operation;
    private OperationMeter? meter;
    private int count;

    /// <summary>The clock's timestamp, at most so many requests old.</summary>
    public long Now() => asked++ % RequestsPerReading == 0 ? now = run.Clock.GetTimestamp() : now;

    public void Add(BatchOperation of, BatchItem item)
    {
        if (of != operation)
        {
            Count();
            (operation, meter) = (of, run.MeterOf(of));
        }

        count++;
        run.Record(run.Unsent, item);
    }

    /// <summary>Tells the meter of those it has not been told of.</summary>
    public void Count()
    {
        if (count > 0)
            meter!.Deduplicated(count);
        count = 0;
    }
}
