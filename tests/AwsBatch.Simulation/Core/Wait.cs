namespace AwsBatch.Simulation.Core;

/// <summary>
/// One wait of an attempt, for headers or for a body. Who awaits it goes on where it ends, on the simulation's own thread.
/// </summary>
internal sealed class Wait
{
    private static readonly TimeSpan LongestUnheard = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource<string> source = new();
    private readonly SimulatedTime time;
    private readonly Random random;
    private readonly Action<bool> ended;
    private CancellationTokenRegistration cancellation;
    private bool isOver;

    private Wait(SimulatedTime time, Random random, Action<bool> ended)
    {
        this.time = time;
        this.random = random;
        this.ended = ended;
    }

    /// <param name="time">The time.</param>
    /// <param name="random">Decides how a cancellation is taken.</param>
    /// <param name="delay">How long it takes; null for ever.</param>
    /// <param name="outcome">The answer, or the exception.</param>
    /// <param name="ended">Called once, before who awaits it goes on; says whether it was cancelled.</param>
    /// <param name="cancellationToken">Ends it, at once or a little later, as HTTP does.</param>
    public static Task<string> Begin(
        SimulatedTime time, Random random, TimeSpan? delay, object? outcome, Action<bool> ended, CancellationToken cancellationToken)
    {
        var wait = new Wait(time, random, ended);
        if (delay == TimeSpan.Zero)
            wait.End(outcome);
        else if (delay is { } some)
            time.After(some, () => wait.End(outcome));

        if (!wait.isOver)
            wait.cancellation = cancellationToken.UnsafeRegister(static wait => ((Wait)wait!).Cancel(), wait);
        return wait.source.Task;
    }

    private void Cancel()
    {
        var cancelled = new OperationCanceledException();
        if (random.Next(2) == 0)
            End(cancelled);
        else
            time.After(LongestUnheard * random.NextDouble(), () => End(cancelled));
    }

    private void End(object? outcome)
    {
        if (isOver)
            return;

        isOver = true;
        cancellation.Dispose();
        ended(outcome is OperationCanceledException);
        if (outcome is Exception exception)
            source.SetException(exception);
        else
            source.SetResult((string)outcome!);
    }
}
