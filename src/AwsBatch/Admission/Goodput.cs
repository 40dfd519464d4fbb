namespace AwsBatch.Admission;

/// <summary>Successes per second over about the last two seconds: a sliding window of two halves.</summary>
internal sealed class Goodput
{
    private const double HalfWindow = 1;

    // Less time than this says nothing of a rate.
    private const double LeastTime = 0.5;

    private double halfBegan = double.NegativeInfinity;
    private double firstAt;
    private int previous;
    private int current;

    public void Count(double now, int successes)
    {
        Advance(now);
        current += successes;
    }

    public double PerSecond(double now)
    {
        Advance(now);

        // What has just begun is not taken for slow; two threads may come with their times in the wrong order.
        return (previous + current) / Math.Clamp(now - firstAt, LeastTime, Math.Max(LeastTime, now - halfBegan + HalfWindow));
    }

    private void Advance(double now)
    {
        if (now - halfBegan < HalfWindow)
            return;

        if (now - halfBegan < 2 * HalfWindow)
        {
            (previous, current) = (current, 0);
            halfBegan += HalfWindow;
            return;
        }

        previous = current = 0;
        halfBegan = firstAt = now;
    }
}
