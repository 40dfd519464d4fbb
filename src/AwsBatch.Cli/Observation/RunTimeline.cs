namespace AwsBatch.Cli.Observation;

/// <summary>How a run goes on, as samples without gaps. When there are too many, every two become one. Not safe for concurrent use.</summary>
internal sealed class RunTimeline(IPerfStats stats, TimeProvider clock)
{
    private const int MostSamples = 240;

    private readonly long started = clock.GetTimestamp();
    private readonly List<RunSample> samples = [];
    private TimeSpan sampleLength = TimeSpan.FromSeconds(1);
    private long throttles;

    // Since the last sample.
    private long completed;
    private long failed;
    private int inFlight;
    private int parked;
    private int limit;

    /// <summary>Where the last sample ends, from the run's start.</summary>
    public TimeSpan End { get; private set; }

    public IReadOnlyList<RunSample> Samples => samples;

    /// <summary>Counts a request that has ended.</summary>
    public void Count(bool isSuccess)
    {
        completed++;
        failed += isSuccess ? 0 : 1;
    }

    /// <summary>Notes what is in flight now, and takes a sample if one is due.</summary>
    public void Note(BatchProgress progress)
    {
        inFlight = Math.Max(inFlight, progress.InFlight);
        parked = Math.Max(parked, progress.Parked);
        limit = progress.Limit;
        if (clock.GetElapsedTime(started) - End >= sampleLength)
            TakeSample();
    }

    public void TakeSample()
    {
        var now = clock.GetElapsedTime(started);
        var throttlesSoFar = stats.Snapshot().Values.Sum(static operation => operation.Throttles);
        samples.Add(new RunSample(End, now - End, completed, failed, throttlesSoFar - throttles, inFlight, limit, parked));
        End = now;
        throttles = throttlesSoFar;
        (completed, failed, inFlight, parked) = (0, 0, 0, 0);
        if (samples.Count == MostSamples)
            HalveSamples();
    }

    private void HalveSamples()
    {
        for (var pair = 0; pair < MostSamples / 2; pair++)
            samples[pair] = samples[2 * pair].With(samples[(2 * pair) + 1]);
        samples.RemoveRange(MostSamples / 2, MostSamples / 2);
        sampleLength *= 2;
    }
}
