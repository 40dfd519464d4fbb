namespace AwsBatch.Simulation.Core;

/// <summary>Runs the tasks that the engine starts beside its calls where all other work runs.</summary>
internal sealed class SimulatedTasks(SimulatedScheduler scheduler) : TaskScheduler
{
    protected override void QueueTask(Task task) => scheduler.Queue(new Start(this, task));

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => [];

    private sealed class Start(SimulatedTasks tasks, Task task) : IThreadPoolWorkItem
    {
        public void Execute() => tasks.TryExecuteTask(task);
    }
}
