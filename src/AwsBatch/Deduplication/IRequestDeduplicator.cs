namespace AwsBatch;

/// <summary>
/// Runs an operation once for all who ask for the same at the same time, or within a window after it: the machine behind
/// <see cref="BatchOptions"/>' deduplication, for an app's own operations.
/// </summary>
public interface IRequestDeduplicator
{
    /// <summary>Runs an operation, joins one that is under way, or returns an answer that is young enough.</summary>
    /// <param name="signature">
    /// What makes two operations the same, compared ordinally. Put everything into it that decides the answer, such as the
    /// account and the region.
    /// </param>
    /// <param name="operation">
    /// Makes the answer. It runs on the thread pool, without the caller's ambient state (culture, <c>AsyncLocal</c>,
    /// activity), since it belongs to no single caller. Its token is cancelled only when the last caller has left.
    /// </param>
    /// <param name="window">
    /// How old an answer this caller takes, and for how long a new one is kept; 5 seconds if null, and
    /// <see cref="TimeSpan.Zero"/> joins only what is under way. It counts from completion and is varied by up to 10 % either
    /// way, so that answers that came together do not expire together: the oldest answer given is its own latency plus 1.1
    /// windows old.
    /// </param>
    /// <param name="cancellationToken">Ends this caller's wait; the others' go on.</param>
    /// <typeparam name="T">
    /// The answer. All callers get the same object, so treat it as read-only. Not a stream or anything else to be disposed.
    /// </typeparam>
    /// <returns>
    /// The answer. A failure goes to all who waited for it and is not remembered: the next call runs the operation again.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The signature is empty; it is in use with another <typeparamref name="T"/>; or <typeparamref name="T"/> has to be
    /// disposed, which several callers cannot share.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The window is negative.</exception>
    /// <exception cref="InvalidOperationException">The operation returned no task, or an answer that has to be disposed.</exception>
    /// <exception cref="OperationCanceledException">This caller cancelled, or the operation itself was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The service provider was disposed, before the call or during it.</exception>
    /// <remarks>
    /// The window holds at most 4,096 answers and 64 MiB, counting AWS responses, strings and byte arrays by their length;
    /// the oldest make room.
    /// </remarks>
    Task<T> RunAsync<T>(
        string signature,
        Func<CancellationToken, Task<T>> operation,
        TimeSpan? window = null,
        CancellationToken cancellationToken = default);
}
