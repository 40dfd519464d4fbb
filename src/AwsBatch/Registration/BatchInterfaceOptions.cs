namespace AwsBatch;

/// <summary>The settings of one batch interface.</summary>
public sealed class BatchInterfaceOptions
{
    /// <summary>How the interface's calls run; what it leaves null inherits <see cref="AwsBatchOptions.Defaults"/>.</summary>
    public BatchOptions Defaults { get; set; } = new();
}
