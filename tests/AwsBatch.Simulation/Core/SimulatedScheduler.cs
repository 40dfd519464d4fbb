using AwsBatch.Execution;

namespace AwsBatch.Simulation.Core;

/// <summary>A thread pool of one thread, the simulation's own, which takes up any of the queued work next.</summary>
internal sealed class SimulatedScheduler(Random random) : IWorkScheduler
{
    private readonly List<IThreadPoolWorkItem> queued = [];

    /// <summary>Sees each piece of work when it is queued.</summary>
    public Action<IThreadPoolWorkItem>? Observer { get; set; }

    public int Count => queued.Count;

    public void Queue(IThreadPoolWorkItem work)
    {
        queued.Add(work);
        Observer?.Invoke(work);
    }

    public void RunAny()
    {
        var index = random.Next(queued.Count);
        var work = queued[index];
        queued[index] = queued[^1];
        queued.RemoveAt(queued.Count - 1);
        work.Execute();
    }
}
