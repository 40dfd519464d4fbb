namespace AwsBatch.Admission;

/// <summary>How a limit follows what is measured under it. Called one at a time.</summary>
internal interface ILimitRule
{
    /// <summary>Takes an answered attempt.</summary>
    /// <returns>The limit from now on, in range; a fraction counts once it has grown to a whole.</returns>
    double Next(double limit, in Attempt attempt);

    /// <summary>Whether it has not found anything yet, so that a better guess is welcome.</summary>
    bool IsStartingUp { get; }

    /// <summary>The limit that this one stands for: another where it was lowered to measure something.</summary>
    double Undisturbed(double limit);

    /// <summary>Starts over from a guess.</summary>
    void Restart(double now, double limit);

    /// <summary>Says that the limit was changed from outside: what was measured under the old one is void.</summary>
    void Interrupt(double now, double limit);
}
