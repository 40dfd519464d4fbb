using System.Diagnostics;

namespace AwsBatch.Benchmarks.Suites.EndToEnd.Subjects;

/// <summary>A subject that runs in this process, which does nothing else meanwhile.</summary>
internal abstract class InProcessSubject(string name) : ISubject
{
    public string Name => name;

    public async Task<Turn> TakeTurnAsync(int calls, CancellationToken cancellationToken)
    {
        var durations = new TimeSpan[calls];
        var run = Prepare(durations, cancellationToken);
        GC.Collect();
        GC.WaitForPendingFinalizers();

        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        await run();
        var elapsed = Stopwatch.GetElapsedTime(started);
        cpu = Environment.CpuUsage.TotalTime - cpu;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;

        Array.Sort(durations);
        return new Turn(calls, elapsed, cpu, allocated, durations[calls / 2], durations[calls * 99 / 100]);
    }

    public abstract ValueTask DisposeAsync();

    /// <summary>Makes what a turn needs before its clock starts, above all its requests.</summary>
    /// <param name="durations">A place for each call to write how long it took.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Makes the calls.</returns>
    protected abstract Func<Task> Prepare(TimeSpan[] durations, CancellationToken cancellationToken);
}
