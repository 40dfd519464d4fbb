using AwsBatch.Cli.Checkpoints;
using AwsBatch.Cli.Input;
using AwsBatch.Cli.Observation;
using AwsBatch.Cli.Output;

namespace AwsBatch.Cli.Running;

/// <summary>
/// What the requests of a run end in: each has its record, in the output and in the checkpoint, counts in the totals, and is
/// told to the observer. Safe for concurrent use.
/// </summary>
internal sealed class RunRecords(RequestFactory requests, RecordSink sink, Checkpoint? checkpoint, IRunObserver observer)
{
    public RunTotals Totals { get; } = new();

    /// <summary>Takes over the record that an earlier run has left in the checkpoint.</summary>
    /// <returns>False: it has left none, and the request is to be run.</returns>
    public bool TryTakeOver(RequestEntry entry, long position)
    {
        if (checkpoint?.Find(entry) is not { } known)
            return false;
        Totals.Count(known.IsSuccess);
        sink.Accept(position, known.Record);
        return true;
    }

    /// <summary>Writes down what became of a request.</summary>
    /// <param name="entry">The request.</param>
    /// <param name="position">Its place among those that are run.</param>
    /// <param name="sent">What was sent for it; null if nothing could be.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="code">The error's code; null if it succeeded.</param>
    public void Add(RequestEntry entry, long position, BatchRequest? sent, in Outcome outcome, string? code)
    {
        var isSuccess = outcome.Error is null;
        var record = RecordWriter.Write(entry, outcome);
        checkpoint?.End(entry, record, isSuccess);
        Totals.Count(isSuccess);
        observer.Ended(entry, requests.NameOf(entry), sent, outcome, code);
        sink.Accept(position, record);
    }
}
