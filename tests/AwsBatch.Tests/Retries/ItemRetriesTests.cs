using AwsBatch.Retries;

namespace AwsBatch.Tests.Retries;

public sealed class ItemRetriesTests
{
    private static readonly Failure Transient = new(Outcome.RetryTransient);
    private static readonly Failure Throttle = new(Outcome.RetryThrottle);
    private readonly RetryBudget budget = new();

    [Fact]
    public void A_throttled_item_goes_on_for_ever_and_costs_nothing()
    {
        var retries = Item(RetryRules.Standard);

        for (var attempt = 0; attempt < 1_000; attempt++)
            Assert.True(Decide(ref retries, Throttle).Again);

        Assert.Equal(RetryBudget.DefaultCapacity, budget.Tokens);
    }

    [Fact]
    public void Throttles_do_not_use_up_the_attempts_of_transients()
    {
        var retries = Item(RetryRules.Standard);
        for (var attempt = 0; attempt < 10; attempt++)
            Decide(ref retries, Throttle);

        Assert.Equal(TimeSpan.FromMilliseconds(50), Decide(ref retries, Transient).Delay);
        Assert.Equal(TimeSpan.FromMilliseconds(100), Decide(ref retries, Transient).Delay);
        Assert.Equal(RetryDecision.Stop(GivenUp.AttemptsSpent), Decide(ref retries, Transient));
    }

    [Fact]
    public void A_limit_that_may_be_lasting_ends_after_as_many_attempts_as_a_transient_but_waits_as_a_throttle()
    {
        var retries = Item(RetryRules.Standard);
        var limit = Throttle with { MayBeLasting = true };

        Assert.Equal(TimeSpan.FromSeconds(1), Decide(ref retries, limit).Delay);
        Assert.Equal(TimeSpan.FromSeconds(2), Decide(ref retries, limit).Delay);
        Assert.Equal(GivenUp.AttemptsSpent, Decide(ref retries, limit).GivenUp);
        Assert.Equal(RetryBudget.DefaultCapacity, budget.Tokens);
    }

    [Fact]
    public void An_item_before_an_open_breaker_is_parked_at_no_cost()
    {
        var retries = Item(RetryRules.Standard);

        for (var time = 0; time < 20; time++)
            Assert.True(Decide(ref retries, new Failure(Outcome.Park)).Delay >= TimeSpan.FromSeconds(1));

        Assert.True(Decide(ref retries, Transient).Again);
    }

    [Fact]
    public void Each_correction_is_tried_once_at_once_and_at_no_cost()
    {
        var retries = Item(RetryRules.Standard);
        foreach (var correction in new[] { Correction.Clock, Correction.Credentials, Correction.Region, Correction.Connection })
        {
            var failure = new Failure(Outcome.ResendCorrected) { Correction = correction };
            Assert.Equal(RetryDecision.After(TimeSpan.Zero), Decide(ref retries, failure));
            Assert.Equal(RetryDecision.Stop(), Decide(ref retries, failure));
        }

        Assert.Equal(RetryBudget.DefaultCapacity, budget.Tokens);
    }

    [Fact]
    public void A_lost_answer_to_what_may_not_be_carried_out_twice_ends_the_item()
    {
        var retries = Item(RetryRules.Standard);

        var decision = retries.OnFailure(Transient with { AnswerLost = true }, canReplay: true, mayResend: false);

        Assert.Equal(RetryDecision.Stop(GivenUp.OutcomeUnknown), decision);
        Assert.Equal(RetryBudget.DefaultCapacity, budget.Tokens);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public void What_was_answered_or_not_sent_or_may_be_repeated_is_sent_again(bool answerLost, bool mayResend)
    {
        var retries = Item(RetryRules.Standard);

        Assert.True(retries.OnFailure(Transient with { AnswerLost = answerLost }, canReplay: true, mayResend).Again);
    }

    [Fact]
    public void A_body_that_cannot_be_read_again_ends_the_item_at_no_cost()
    {
        var retries = Item(RetryRules.Standard);

        Assert.Equal(RetryDecision.Stop(GivenUp.BodySpent), retries.OnFailure(Throttle, canReplay: false, mayResend: true));
    }

    [Fact]
    public void An_empty_budget_ends_transients_and_lets_throttles_go_on()
    {
        while (budget.TrySpend())
        {
        }

        var retries = Item(RetryRules.Standard);

        Assert.True(Decide(ref retries, Throttle).Again);
        Assert.Equal(RetryDecision.Stop(GivenUp.BudgetSpent), Decide(ref retries, Transient));
    }

    [Fact]
    public void A_success_gives_back_what_its_last_retry_took_and_no_more()
    {
        budget.TrySpend();
        foreach (var throttles in new[] { 1, 2 })
        {
            var afterThrottle = Item(RetryRules.Standard);
            for (var attempt = 0; attempt < throttles; attempt++)
                Decide(ref afterThrottle, Throttle);
            afterThrottle.OnSuccess();
            Assert.Equal(486, budget.Tokens);
        }

        var afterCorrection = Item(RetryRules.Standard);
        Decide(ref afterCorrection, new Failure(Outcome.ResendCorrected) { Correction = Correction.Region });
        afterCorrection.OnSuccess();
        Assert.Equal(486, budget.Tokens);

        var atOnce = Item(RetryRules.Standard);
        atOnce.OnSuccess();
        Assert.Equal(487, budget.Tokens);

        var afterTwo = Item(RetryRules.Standard);
        Decide(ref afterTwo, Transient);
        Decide(ref afterTwo, Transient);
        afterTwo.OnSuccess();
        Assert.Equal(473, budget.Tokens);
    }

    private static RetryDecision Decide(ref ItemRetries retries, Failure failure) => retries.OnFailure(failure, canReplay: true, mayResend: true);

    private ItemRetries Item(RetryRules rules) => new(new RetryPolicy(() => 1), rules, budget);
}
