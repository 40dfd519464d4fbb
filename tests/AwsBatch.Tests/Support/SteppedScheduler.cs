using AwsBatch.Execution;

namespace AwsBatch.Tests.Support;

/// <summary>Workers run when the test says so, in the test's own thread.</summary>
internal sealed class SteppedScheduler : IWorkScheduler
{
    private readonly Queue<IThreadPoolWorkItem> queued = new();

    public void Queue(IThreadPoolWorkItem work) => queued.Enqueue(work);

    /// <summary>Runs what is queued, and what comes of it.</summary>
    public void RunAll()
    {
        while (queued.TryDequeue(out var work))
            work.Execute();
    }
}
