using AwsBatch.Deduplication;
using AwsBatch.Telemetry;

namespace AwsBatch.Execution;

/// <summary>What one call has to do: its requests, how each is attempted, and what becomes of its items.</summary>
internal abstract class Work
{
    /// <summary>The call's requests, by what they share.</summary>
    public abstract Lane[] CreateLanes(Dispatcher dispatcher);

    /// <summary>Whether further lanes may come: those of requests that are not known yet.</summary>
    public virtual bool MayGrow => false;

    /// <summary>How the call's requests share answers; null if they do not.</summary>
    public abstract AnswerSharing? Sharing { get; }

    /// <summary>What the slot's request is, for those who ask the same.</summary>
    public abstract OperationRequest RequestOf(Slot slot);

    /// <summary>Sends the slot's request once. Never throws: what fails at once is in the task.</summary>
    public abstract Task AttemptAsync(Slot slot);

    /// <summary>Makes the item of an attempt that has ended, however it did.</summary>
    public abstract BatchItem Conclude(Slot slot, Task attempt);

    /// <summary>Lets go of an item that the end of its call has overtaken.</summary>
    public void Drop(in ItemState item)
    {
        ItemTracer.Drop(item.Span);
        item.Body?.Dispose();
        Sharing?.Abandon(item);
    }

    /// <summary>Takes an item that has ended. Not completed while its reader has no room for it.</summary>
    /// <returns>Whether the slot's item goes on: with the next page, or with the same object once more.</returns>
    public abstract ValueTask<bool> CompleteAsync(Slot slot, BatchItem item);
}
