namespace AwsBatch;

/// <summary>
/// What this process has measured, by operation: every call of every batch interface and of <see cref="IAwsBatch"/> that one
/// service provider made. Thread-safe.
/// </summary>
public interface IPerfStats
{
    /// <summary>The numbers so far, under <c>service:operation</c> (such as <c>s3:ListBuckets</c>), in ordinal order.</summary>
    /// <returns>
    /// A copy: it does not change any more. Operations without a call since the last reset are left out. Of names that do not
    /// exist, those past the first thousands are counted under <c>*:*</c>.
    /// </returns>
    IReadOnlyDictionary<string, OperationStats> Snapshot();

    /// <summary>Starts again from zero. What is in flight counts where it ends: after the reset.</summary>
    void Reset();
}
