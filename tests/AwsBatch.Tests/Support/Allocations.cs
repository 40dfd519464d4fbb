namespace AwsBatch.Tests.Support;

/// <summary>Counts what an action allocates once it is warm.</summary>
internal static class Allocations
{
    private const int Runs = 10;

    /// <summary>Bytes that every run of the action allocates: what the least of them did.</summary>
    /// <remarks>The first runs compile, and a collection that a test beside this one causes may disturb any of them.</remarks>
    /// <param name="act">What is counted.</param>
    /// <param name="prepare">What goes before each run and is not counted.</param>
    public static long Of(Action act, Action? prepare = null)
    {
        var least = long.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            prepare?.Invoke();
            var before = GC.GetAllocatedBytesForCurrentThread();
            act();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
