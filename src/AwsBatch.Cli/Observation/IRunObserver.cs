using AwsBatch.Cli.Input;
using AwsBatch.Cli.Output;

namespace AwsBatch.Cli.Observation;

/// <summary>Told what happens in a run. Called by several threads.</summary>
internal interface IRunObserver : IProgress<BatchProgress>
{
    /// <summary>A request has its record.</summary>
    /// <param name="entry">The request.</param>
    /// <param name="name">Its operation.</param>
    /// <param name="sent">What was sent for it; null if nothing could be.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="code">The error's code; null if it succeeded.</param>
    void Ended(RequestEntry entry, OperationName name, BatchRequest? sent, in Outcome outcome, string? code);
}
