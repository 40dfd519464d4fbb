namespace Amazon.Lambda.Model;

/// <summary>Concurrency of a function.</summary>
public partial class Concurrency
{
    /// <summary>Concurrent executions reserved for it.</summary>
    public int? ReservedConcurrentExecutions { get; set; }
}
