using AwsBatch.Execution;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Tests.Support;

/// <summary>
/// Runs the core on the test's own thread, and moves the clock only when there is nothing left to do: times come out exact
/// for operations that answer at once.
/// </summary>
internal sealed class StepScheduler(FakeTimeProvider clock) : IWorkScheduler
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(1);

    private readonly Queue<IThreadPoolWorkItem> queued = new();

    public static void Replace(IServiceCollection services) =>
        services.AddSingleton<IWorkScheduler>(static provider => new StepScheduler((FakeTimeProvider)provider.GetRequiredService<TimeProvider>()));

    public void Queue(IThreadPoolWorkItem work) => queued.Enqueue(work);

    /// <summary>Runs until a call has ended.</summary>
    /// <param name="call">The call, started on this thread.</param>
    /// <param name="limit">The most of the clock's time it may take.</param>
    public TResult Complete<TResult>(Task<TResult> call, TimeSpan limit)
    {
        var end = clock.GetUtcNow() + limit;
        while (true)
        {
            while (queued.TryDequeue(out var work))
                work.Execute();
            if (call.IsCompleted)
                return call.GetAwaiter().GetResult();

            Assert.True(clock.GetUtcNow() < end, $"The call did not end within {limit}.");
            clock.Advance(Step);
        }
    }
}
