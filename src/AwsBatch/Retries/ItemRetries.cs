namespace AwsBatch.Retries;

/// <summary>
/// What one item has been through, and what follows from it: asked after each of its attempts. A mutable struct, so that
/// the state of an item lives in its worker; pass it by reference.
/// </summary>
internal struct ItemRetries(RetryPolicy policy, RetryRules rules, RetryBudget budget)
{
    private int limited;
    private int unlimited;
    private int corrected;
    private bool retried;
    private bool spent;

    /// <summary>Decides about a failed attempt, and takes from the budget what the next one costs.</summary>
    /// <param name="failure">What came of the attempt.</param>
    /// <param name="canReplay">Whether the body can be sent again; true if there is none.</param>
    /// <param name="mayResend">Whether it may be carried out twice: <see cref="ResendRule.MayResend"/>.</param>
    public RetryDecision OnFailure(in Failure failure, bool canReplay, bool mayResend)
    {
        if (failure.Outcome == Outcome.Fail)
            return RetryDecision.Stop();
        if (failure.AnswerLost && !mayResend)
            return RetryDecision.Stop(GivenUp.OutcomeUnknown);
        if (!canReplay)
            return RetryDecision.Stop(GivenUp.BodySpent);

        var decision = failure.Outcome switch
        {
            Outcome.ResendCorrected => Correct(failure.Correction),
            Outcome.RetryTransient => Limited(failure, costs: true),
            _ when failure.MayBeLasting => Limited(failure, costs: false),
            _ => Unlimited(failure),
        };
        retried |= decision.Again;
        return decision;
    }

    /// <summary>Gives the budget what a success is worth: the cost of its retry, or a little for a first attempt.</summary>
    public readonly void OnSuccess()
    {
        if (spent)
            budget.Refund();
        else if (!retried)
            budget.Gain();
    }

    private RetryDecision Limited(in Failure failure, bool costs)
    {
        limited++;
        if (limited >= rules.MaxAttempts)
            return RetryDecision.Stop(GivenUp.AttemptsSpent);
        if (costs && !budget.TrySpend())
            return RetryDecision.Stop(GivenUp.BudgetSpent);

        // Only the last retry is what a success refunds, as in AWS's rules.
        spent = costs;
        return RetryDecision.After(policy.Delay(rules, failure, limited));
    }

    private RetryDecision Unlimited(in Failure failure)
    {
        unlimited++;
        spent = false;
        return RetryDecision.After(policy.Delay(rules, failure, unlimited));
    }

    private RetryDecision Correct(Correction correction)
    {
        var bit = 1 << (int)correction;
        if ((corrected & bit) != 0)
            return RetryDecision.Stop();

        corrected |= bit;
        spent = false;
        return RetryDecision.After(TimeSpan.Zero);
    }
}
