namespace AwsBatch.Simulation.Core;

/// <summary>Runs renewals of credentials where all other work runs.</summary>
internal sealed class SimulatedTasks(SimulatedScheduler scheduler, SimulatedCredentials credentials) : TaskScheduler
{
    protected override void QueueTask(Task task)
    {
        credentials.Refused++;
        scheduler.Queue(new Start(this, task));
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => [];

    private sealed class Start(SimulatedTasks tasks, Task task) : IThreadPoolWorkItem
    {
        public void Execute() => tasks.TryExecuteTask(task);
    }
}
