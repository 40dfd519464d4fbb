namespace AwsBatch.Admission;

/// <summary>
/// Holds a target latency T. By Little's law latency above the knee is L/X, so L·T/R = X·T is the answer in one step;
/// a sequential test acts as soon as the error stands out of the noise.
/// </summary>
internal sealed class TargetRule(LimiterSettings settings, double target) : ILimitRule
{
    // Aims a little below, so that the mean including its swings stays at the target.
    private const double Aim = 0.95;

    // An error smaller than this (of ln R) is not worth a change.
    private const double DeadBand = 0.05;

    // An error counts from two standard errors on, plus a margin for the looks at every attempt.
    private const double Significance = 2;
    private const double Margin = 0.08;
    private const int FewestAttempts = 8;

    // A window this long is acted on in any case: attempts, and generations of them.
    private const int CompleteAttempts = 50;
    private const double CompleteGenerations = 3;

    // The farthest one step goes: below the knee latency says nothing of where the knee is. A smaller step goes half way,
    // in logarithms: that halves its noise, and the next one goes half of the rest.
    private const double LargestStep = 2;

    private readonly MeasurementWindow window = new();

    public double Next(double limit, in Attempt attempt)
    {
        if (!window.Add(attempt))
            return limit;

        var verdict = Judge(limit);
        switch (verdict.Kind)
        {
            case VerdictKind.Keep:
                window.Reopen(attempt.Ended);
                return limit;
            case VerdictKind.Set:
                limit = settings.Clamp(verdict.Limit);
                Interrupt(attempt.Ended, limit);
                return limit;
            default:
                return limit;
        }
    }

    public bool IsStartingUp => false;

    public double Undisturbed(double limit) => limit;

    public void Restart(double now, double limit) => Interrupt(now, limit);

    public void Interrupt(double now, double limit) => window.AwaitGeneration(now, 1);

    private Verdict Judge(double limit)
    {
        if (window.Count < Math.Max(FewestAttempts, limit / 2))
            return Verdict.Wait;

        var ratio = Aim * target / window.MeanLatency;
        var error = Math.Abs(Math.Log(ratio));
        var isComplete = window.Count >= Math.Max(CompleteAttempts, CompleteGenerations * limit);
        if (!isComplete && error < (Significance * window.StandardError) + Margin)
            return Verdict.Wait;
        if (error < DeadBand || (ratio > 1 && !window.Used(limit)))
            return Verdict.Keep;

        var step = Math.Clamp(ratio, 1 / LargestStep, LargestStep);
        var next = limit * (error < Math.Log(LargestStep) ? Math.Sqrt(step) : step);
        return Verdict.Set(ratio > 1 ? Math.Max(next, limit + 1) : next);
    }
}
