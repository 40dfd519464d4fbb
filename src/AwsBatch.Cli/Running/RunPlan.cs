using AwsBatch.Cli.Checkpoints;

namespace AwsBatch.Cli.Running;

/// <summary>How entries are run.</summary>
internal sealed record RunPlan
{
    public required BatchOptions Options { get; init; }

    /// <summary>Whether answers that continue on further pages are followed to their end.</summary>
    public bool AllPages { get; init; }

    /// <summary>What runs before have done, and where this one writes down what it does; null: nowhere.</summary>
    public Checkpoint? Checkpoint { get; init; }
}
