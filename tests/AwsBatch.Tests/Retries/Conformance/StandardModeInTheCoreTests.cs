using AwsBatch.Clients;
using AwsBatch.CompilerServices;
using AwsBatch.Execution;
using AwsBatch.Retries;
using AwsBatch.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Tests.Retries.Conformance;

/// <summary>AWS's public cases, run through the whole core: its waits are those of the cases, to the millisecond.</summary>
public sealed class StandardModeInTheCoreTests
{
    /// <summary>All that ask for no other constants than the service's own.</summary>
    public static TheoryData<string> Cases =>
        [.. ConformanceCase.All.Values.Where(static one => one.MaxAttempts is null && one.MaxBackoffMs is null).Select(static one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_case_takes_its_way_through_the_core(string name)
    {
        var one = ConformanceCase.All[name];
        var service = BatchServiceDescriptor.For<IFakeService>(one.Service);
        await using var harness = new Harness(add: services =>
        {
            AwsBatchRegistration.AddService(services, service);
            services.AddSingleton(new RetryPolicy(static () => 1));
            StepScheduler.Replace(services);
        });
        var pool = await harness.Services.GetRequiredService<ClientPools>().GetAsync(service, target: null, CancellationToken.None);
        SetQuota(pool.Budget, one.InitialQuota ?? RetryBudget.DefaultCapacity);

        foreach (var call in one.Calls)
        {
            var (item, delays) = Run(harness, service, one.Operation, call);

            Assert.Equal(call.Responses.Count, item.Attempts);
            Assert.Equal(call.Expected.DelaysMs, delays);
            Assert.Equal(call.Expected.Outcome, OutcomeOf(item));
            if (call.Expected.Quota is { } quota)
                Assert.Equal(quota, pool.Budget.Tokens);
        }
    }

    private static (BatchItem Item, List<int> DelaysMs) Run(Harness harness, BatchServiceDescriptor service, string name, ConformanceCall call)
    {
        var times = new List<DateTimeOffset>();
        var operation = Harness.Operation(
            (_, _) =>
            {
                var response = call.Responses[times.Count];
                times.Add(harness.Clock.GetUtcNow());
                return response.Status == 200
                    ? Task.FromResult("ok")
                    : Task.FromException<string>(StubAnswer.Exception(response.Status, response.Code, response.Headers));
            },
            name,
            service);

        var batch = harness.Batches.BatchAsync(
            operation, Harness.Requests(1), new BatchOptions { TotalTimeout = TimeSpan.FromHours(1) }, CancellationToken.None);
        var scheduler = (StepScheduler)harness.Services.GetRequiredService<IWorkScheduler>();
        var item = scheduler.Complete(batch, TimeSpan.FromMinutes(30))[0];
        return (item, [.. times.Zip(times.Skip(1), static (from, to) => (int)(to - from).TotalMilliseconds)]);
    }

    private static string OutcomeOf(BatchItem item) => item.Error?.GivenUp switch
    {
        null => "success",
        GivenUp.AttemptsSpent => "attemptsSpent",
        GivenUp.BudgetSpent => "budgetSpent",
        var other => $"{other}",
    };

    // By what the core itself does to it: a retry costs 14, a success gives 1.
    private static void SetQuota(RetryBudget budget, int quota)
    {
        if (budget.Tokens == quota)
            return;

        Assert.True(budget.TrySpend());
        while ((budget.Tokens - quota) % RetryBudget.RetryCost != 0)
            budget.Gain();
        while (budget.Tokens > quota)
            Assert.True(budget.TrySpend());
    }
}
