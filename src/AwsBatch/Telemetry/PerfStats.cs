namespace AwsBatch.Telemetry;

/// <summary>Reads and resets the meters of all operations.</summary>
internal sealed class PerfStats(AwsBatchTelemetry telemetry) : IPerfStats
{
    public IReadOnlyDictionary<string, OperationStats> Snapshot()
    {
        var snapshot = new SortedDictionary<string, OperationStats>(StringComparer.Ordinal);
        foreach (var operation in telemetry.Operations)
        {
            if (operation.Read() is { } stats)
                snapshot.Add($"{stats.Service}:{stats.Operation}", stats);
        }

        return snapshot.AsReadOnly();
    }

    public void Reset()
    {
        foreach (var operation in telemetry.Operations)
            operation.Reset();
    }
}
