using System.Text.Json;
using AwsBatch.CompilerServices;
using AwsBatch.Retries;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Retries.Conformance;

/// <summary>AWS's public cases for the standard mode of 2026, run through classifier, policy and budget.</summary>
public sealed class StandardModeTests
{
    private static readonly BatchTarget Target = new() { Region = "eu-west-1" };

    public static TheoryData<string> Cases => [.. ConformanceCase.All.Keys];

    [Fact]
    public void All_eighteen_cases_of_the_source_are_here() =>
        Assert.Equal(18, ConformanceCase.Document("standard-mode-2.1.json").GetProperty("cases").GetArrayLength());

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_ends_as_aws_says_or_deviates_as_it_is_written(string name)
    {
        var one = ConformanceCase.All[name];
        var budget = new RetryBudget(one.InitialQuota ?? RetryBudget.DefaultCapacity);
        foreach (var call in one.Calls)
        {
            var (outcome, delays) = Run(one, call, budget);

            Assert.Equal(call.Expected.Outcome, outcome);
            Assert.Equal(call.Expected.DelaysMs, delays);
            if (call.Expected.Quota is { } quota)
                Assert.Equal(quota, budget.Tokens);
        }
    }

    [Fact]
    public void A_deviation_says_why_and_is_one()
    {
        var deviations = ConformanceCase.All.Values.SelectMany(static one => one.Calls).Where(static call => call.Deviates is not null).ToList();

        Assert.NotEmpty(deviations);
        Assert.All(deviations, static call =>
        {
            Assert.NotEmpty(call.Deviates!.Reason);
            Assert.NotEqual(
                (call.Expect.Outcome, string.Join(',', call.Expect.DelaysMs), call.Expect.Quota),
                (call.Expected.Outcome, string.Join(',', call.Expected.DelaysMs), call.Expected.Quota));
        });
    }

    // The core's loop without its waits, slots and requests.
    private static (string Outcome, List<int> Delays) Run(ConformanceCase one, ConformanceCall call, RetryBudget budget)
    {
        var operation = Harness.Operation(
            static (_, _) => throw new NotSupportedException(), one.Operation, BatchServiceDescriptor.For<IFakeService>(one.Service));
        var rules = RetryRules.For(one.Service);
        rules = rules with
        {
            MaxAttempts = one.MaxAttempts ?? rules.MaxAttempts,
            MaxBackoff = one.MaxBackoffMs is { } cap ? TimeSpan.FromMilliseconds(cap) : rules.MaxBackoff,
        };
        var retries = new ItemRetries(new RetryPolicy(static () => 1), rules, budget);
        var delays = new List<int>();
        foreach (var (attempt, response) in call.Responses.Index())
        {
            if (response.Status == 200)
            {
                retries.OnSuccess();
                return Ended("success", attempt);
            }

            var exception = StubAnswer.Exception(response.Status, response.Code, response.Headers);
            var failure = FailureClassifier.Assess(
                new FailedAttempt(operation, Target, exception, Answered: false, DateTimeOffset.UnixEpoch, TimeSpan.Zero));
            var decision = retries.OnFailure(failure, canReplay: true, mayResend: false);
            if (!decision.Again)
                return Ended(JsonNamingPolicy.CamelCase.ConvertName(decision.GivenUp.ToString()), attempt);
            delays.Add((int)decision.Delay.TotalMilliseconds);
        }

        return ("another attempt", delays);

        (string, List<int>) Ended(string outcome, int attempt)
        {
            Assert.Equal(call.Responses.Count, attempt + 1);
            return (outcome, delays);
        }
    }
}
