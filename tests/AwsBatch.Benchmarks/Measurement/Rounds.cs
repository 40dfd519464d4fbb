using System.Diagnostics;

namespace AwsBatch.Benchmarks.Measurement;

/// <summary>
/// Measures subjects side by side: each for a while to warm up, then interleaved rounds, so that a slow moment of the
/// machine meets all alike. The figure of a subject is its median round.
/// </summary>
internal static class Rounds
{
    public readonly record struct Figures(double NanosecondsPerItem, double BytesPerItem);

    // The runtime compiles what is hot for good in steps, some tenths of a second apart.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    public static async Task<IReadOnlyDictionary<string, Figures>> MeasureAsync(
        int items, int rounds, IReadOnlyList<(string Subject, Func<Task> Run)> subjects, CancellationToken cancellationToken)
    {
        var times = subjects.ToDictionary(subject => subject.Subject, _ => new List<double>(rounds));
        var bytes = subjects.ToDictionary(subject => subject.Subject, _ => new List<double>(rounds));
        foreach (var (_, run) in subjects)
        {
            var began = Stopwatch.GetTimestamp();
            do
                await run();
            while (Stopwatch.GetElapsedTime(began) < WarmUp);
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var (subject, run) in subjects)
            {
                cancellationToken.ThrowIfCancellationRequested();
                GC.Collect();
                GC.WaitForPendingFinalizers();
                var allocated = GC.GetTotalAllocatedBytes(precise: true);
                var started = Stopwatch.GetTimestamp();
                await run();
                times[subject].Add(Stopwatch.GetElapsedTime(started).TotalNanoseconds / items);
                bytes[subject].Add((double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / items);
            }
        }

        return subjects.ToDictionary(
            subject => subject.Subject,
            subject => new Figures(Median(times[subject.Subject]), Median(bytes[subject.Subject])));
    }

    /// <summary>The middle one; the mean of the two middle ones of an even number.</summary>
    public static double Median(List<double> values)
    {
        values.Sort();
        var middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
