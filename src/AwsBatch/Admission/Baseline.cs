namespace AwsBatch.Admission;

/// <summary>
/// The latency without a queue, measured rather than averaged: a one-dimensional Kalman filter on its logarithm. A mean of
/// one's own latency would learn one's own queue, the least ever seen would be one lucky sample.
/// </summary>
internal sealed class Baseline
{
    // Variance of ln R gained per second: a base that wanders by 2 % in ten seconds.
    private const double ProcessNoise = 4e-5;

    // A measurement this many standard deviations off, plus what no model explains, is a new base and not noise.
    private const double SurpriseSigmas = 3;
    private const double SurpriseMargin = 0.03;

    private double variance;
    private double measuredAt;

    /// <summary>In seconds; meaningless before the first measurement.</summary>
    public double Latency { get; private set; }

    public bool IsKnown { get; private set; }

    /// <summary>The standard deviation of ln R.</summary>
    public double Deviation => Math.Sqrt(variance);

    /// <summary>Whether a measured latency is above the base by more than both their errors explain.</summary>
    public bool IsSurprisedBy(double latency, double error) =>
        IsKnown && Math.Log(latency / Latency) > Surprise(variance + (error * error));

    /// <summary>Takes a measurement.</summary>
    /// <param name="now">The limiter's time, in seconds.</param>
    /// <param name="latency">In seconds.</param>
    /// <param name="error">Its standard error, relative to it.</param>
    public void Measure(double now, double latency, double error)
    {
        var noise = error * error;
        variance += ProcessNoise * Math.Max(0, now - measuredAt);
        measuredAt = now;
        var innovation = IsKnown ? Math.Log(latency / Latency) : double.PositiveInfinity;
        if (Math.Abs(innovation) > Surprise(variance + noise))
        {
            IsKnown = true;
            Latency = latency;
            variance = noise;
            return;
        }

        var gain = variance / (variance + noise);
        Latency *= Math.Exp(gain * innovation);
        variance *= 1 - gain;
    }

    private static double Surprise(double variance) => (SurpriseSigmas * Math.Sqrt(variance)) + SurpriseMargin;
}
