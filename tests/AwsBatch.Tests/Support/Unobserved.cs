namespace AwsBatch.Tests.Support;

/// <summary>Notes the failures of tasks that nobody has looked at, of all in the process those with one message.</summary>
internal sealed class Unobserved : IDisposable
{
    private readonly string message;
    private int count;

    public Unobserved(string message)
    {
        this.message = message;
        TaskScheduler.UnobservedTaskException += Note;
    }

    /// <summary>How many there are once nothing holds the failure any more.</summary>
    public async Task<int> CountAsync(WeakReference failure)
    {
        for (var turn = 0; failure.IsAlive; turn++)
        {
            Assert.True(turn < 10_000, "the failure is never let go");
            await Task.Yield();
            GC.Collect();
        }

        GC.WaitForPendingFinalizers();
        return Volatile.Read(ref count);
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= Note;

    private void Note(object? sender, UnobservedTaskExceptionEventArgs told)
    {
        if (told.Exception.Flatten().InnerExceptions.Any(inner => inner.ToString().Contains(message, StringComparison.Ordinal)))
            Interlocked.Increment(ref count);
    }
}
