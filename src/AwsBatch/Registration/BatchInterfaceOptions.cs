namespace AwsBatch;

/// <summary>The settings of one batch interface.</summary>
public sealed class BatchInterfaceOptions
{
    /// <summary>How the interface's calls run; what it leaves null inherits <see cref="AwsBatchOptions.Defaults"/>.</summary>
    /// <exception cref="ArgumentNullException">It is null; options with nothing set inherit everything.</exception>
    public BatchOptions Defaults
    {
        get;
        set => field = value ?? throw new ArgumentNullException(nameof(Defaults));
    } = new();
}
