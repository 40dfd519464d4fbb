namespace AwsBatch.Cli.Running;

/// <summary>How many requests ended how.</summary>
internal sealed class RunTotals
{
    private long succeeded;
    private long failed;

    public long Succeeded => Interlocked.Read(ref succeeded);

    public long Failed => Interlocked.Read(ref failed);

    public long Completed => Succeeded + Failed;

    public void Count(bool isSuccess) => Interlocked.Increment(ref isSuccess ? ref succeeded : ref failed);
}
