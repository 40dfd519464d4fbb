namespace AwsBatch;

/// <summary>What takes a request through the SDK's client to the wire and back.</summary>
public enum PipelineMode
{
    /// <summary>
    /// One handler in place of the SDK's twenty, for every operation for which it sends the same bytes; the SDK's own
    /// pipeline for the others, and for answers that are no success.
    /// </summary>
    Lean,

    /// <summary>The SDK's own pipeline.</summary>
    Sdk,
}
