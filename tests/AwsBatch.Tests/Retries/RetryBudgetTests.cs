using AwsBatch.Retries;

namespace AwsBatch.Tests.Retries;

public sealed class RetryBudgetTests
{
    [Fact]
    public void A_fresh_bucket_pays_for_thirty_five_retries()
    {
        var budget = new RetryBudget();

        var paid = Enumerable.Range(0, 100).Count(_ => budget.TrySpend());

        Assert.Equal(35, paid);
        Assert.Equal(10, budget.Tokens);
    }

    [Fact]
    public void What_comes_back_never_exceeds_the_capacity()
    {
        var budget = new RetryBudget(20);
        Assert.True(budget.TrySpend());
        budget.Gain();
        Assert.Equal(7, budget.Tokens);

        budget.Refund();
        budget.Gain();

        Assert.Equal(20, budget.Tokens);
    }

    [Fact]
    public async Task Many_threads_lose_no_token()
    {
        var budget = new RetryBudget();

        var paid = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            var mine = 0;
            for (var round = 0; round < 20_000; round++)
            {
                if (!budget.TrySpend())
                    continue;
                mine++;
                budget.Refund();
            }

            return mine;
        })));

        Assert.True(paid.Sum() > 0);
        Assert.Equal(RetryBudget.DefaultCapacity, budget.Tokens);
    }
}
