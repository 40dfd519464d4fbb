using AwsBatch.Cli.Input;
using AwsBatch.Cli.Output;

namespace AwsBatch.Cli.Observation;

/// <summary>
/// Writes down how a run goes, in memory that does not grow with it: a long run has longer samples, and of errors and slow
/// requests only so many are kept.
/// </summary>
internal sealed class RunRecorder(IPerfStats stats, TimeProvider clock) : IRunObserver
{
    private readonly Lock gate = new();
    private readonly DateTimeOffset startedAt = clock.GetUtcNow();
    private readonly RunTimeline timeline = new(stats, clock);
    private readonly OperationCounts operations = new();
    private readonly ErrorGroups errors = new();
    private readonly SlowestItems slowest = new();

    public void Ended(RequestEntry entry, OperationName name, BatchRequest? sent, in Outcome outcome, string? code)
    {
        lock (gate)
        {
            timeline.Count(isSuccess: outcome.Error is null);
            operations.Add(name, outcome);
            if (code is not null)
                errors.Add(entry, name, code, outcome.Error!);
            if (sent is not null && outcome.Attempts > 0)
                slowest.Add(entry, sent, outcome, code);
        }
    }

    /// <summary>How many are in flight now, as the core tells.</summary>
    public void Report(BatchProgress value)
    {
        lock (gate)
            timeline.Note(value);
    }

    /// <summary>The run, which is over.</summary>
    /// <param name="settings">How it was run.</param>
    public RunRecord Finish(IReadOnlyList<KeyValuePair<string, string>> settings)
    {
        lock (gate)
        {
            timeline.TakeSample();
            return new RunRecord
            {
                Version = ToolVersion.Text,
                StartedAt = startedAt,
                Duration = timeline.End,
                Settings = settings,
                Samples = [.. timeline.Samples],
                Operations = operations.ToRecords(stats.Snapshot()),
                Errors = errors.ToList(),
                Slowest = slowest.ToList(),
            };
        }
    }
}
