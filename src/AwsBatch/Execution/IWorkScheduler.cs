namespace AwsBatch.Execution;

/// <summary>Where workers run. A seam: a simulation decides the order of everything.</summary>
internal interface IWorkScheduler
{
    void Queue(IThreadPoolWorkItem work);
}

/// <summary>The platform's thread pool.</summary>
internal sealed class ThreadPoolScheduler : IWorkScheduler
{
    public void Queue(IThreadPoolWorkItem work) => ThreadPool.UnsafeQueueUserWorkItem(work, preferLocal: false);
}
