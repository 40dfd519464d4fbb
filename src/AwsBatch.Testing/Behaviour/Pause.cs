namespace AwsBatch.Testing.Behaviour;

/// <summary>Holds a call back.</summary>
internal static class Pause
{
    // As long as a timer can run, some fifty days: whoever asks for more wants no answer at all.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    public static Task ForAsync(TimeSpan pause, TimeProvider time, CancellationToken cancellationToken) =>
        Task.Delay(pause < Longest ? pause : Longest, time, cancellationToken);
}
