namespace AwsBatch;

/// <summary>Runs requests of several services, accounts and regions as one batch.</summary>
public interface IAwsBatch
{
    /// <summary>
    /// Runs a mixed batch: grouped by pool (account × region or endpoint × service), scheduled fairly, results in the
    /// requests' order.
    /// </summary>
    /// <param name="requests">Handles, such as <c>IS3Batch.ListBuckets(request)</c>; each once. Empty gives an empty result.</param>
    /// <param name="options">How to run; what it leaves null inherits <see cref="AwsBatchOptions.Defaults"/>.</param>
    /// <param name="cancellationToken">Cancels what is in flight and waits for its end.</param>
    /// <exception cref="ArgumentException">A handle is null or comes twice.</exception>
    /// <exception cref="BatchFailedException">With <see cref="BatchOptions.FailFast"/>: a request failed.</exception>
    /// <exception cref="AwsBatchConfigurationException">A region, profile, credentials or endpoint cannot be resolved; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    Task<BatchResult> RunAsync(
        IEnumerable<BatchRequest> requests,
        BatchOptions? options = null,
        CancellationToken cancellationToken = default);
}
