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
    /// <returns>
    /// An item for each request. A request whose region, profile, credentials or endpoint cannot be resolved has its item too, with
    /// an <see cref="AwsBatchConfigurationException"/>.
    /// </returns>
    /// <exception cref="ArgumentException">A handle is null or comes twice.</exception>
    /// <exception cref="BatchFailedException">With <see cref="BatchOptions.FailFast"/>: a request failed.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    Task<BatchResult> RunAsync(
        IEnumerable<BatchRequest> requests,
        BatchOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Runs a mixed stream: requests as they come, in bounded memory, items as they complete. Grouped and scheduled as in
    /// <see cref="RunAsync"/>; equal read-only requests are sent once while one of them is on the way.
    /// </summary>
    /// <param name="requests">
    /// Handles, such as <c>IS3Batch.ListBuckets(request)</c>; the source may be endless. What it throws comes out after the items
    /// of what it had given. With an <see cref="OperationCanceledException"/> it takes back what was not sent yet: what is in
    /// flight ends, the rest has no item. A call that is cancelled, fails fast or is left waits no longer than a second for its
    /// next request: a source that keeps it is disposed once it has given it.
    /// </param>
    /// <param name="options">How to run; what it leaves null inherits <see cref="AwsBatchOptions.Defaults"/>.</param>
    /// <param name="cancellationToken">Cancels what is in flight and waits for its end.</param>
    /// <returns>
    /// The items, whose <see cref="BatchItem.Index"/> is the request's place in the source. A request whose region, profile,
    /// credentials or endpoint cannot be resolved has its item too, with an <see cref="AwsBatchConfigurationException"/>.
    /// </returns>
    /// <exception cref="BatchFailedException">With <see cref="BatchOptions.FailFast"/>: a request failed.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    IAsyncEnumerable<BatchItem> StreamAsync(
        IAsyncEnumerable<BatchRequest> requests,
        BatchOptions? options = null,
        CancellationToken cancellationToken = default);
}
