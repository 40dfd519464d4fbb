using AwsBatch.Admission;
using AwsBatch.Clients;
using AwsBatch.Tests.Retries;
using AwsBatch.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Tests.Execution;

/// <summary>What admission is told of answers that come faster than any service's, several at a time.</summary>
public sealed class FeedbackTests
{
    [Theory]
    [InlineData(1, 40)]
    [InlineData(4, 150)]
    public async Task No_answer_is_lost_however_fast_they_come(int concurrency, int count)
    {
        await using var harness = new Harness();

        // The clock stands still: no answer takes any time.
        await harness.Batches.BatchAsync(
            Harness.Operation(static (_, _) => Task.FromResult("ok")),
            Harness.Requests(count),
            new BatchOptions { Concurrency = concurrency },
            CancellationToken.None);

        Assert.Equal(RateAfter(harness, count), await RateOf(harness));
    }

    [Fact]
    public async Task A_throttle_is_told_of_after_the_answers_before_it()
    {
        const int Before = 20;
        await using var harness = new Harness();
        using var cancellation = new CancellationTokenSource();
        var operation = Harness.Operation((request, _) =>
        {
            if (request.Number < Before)
                return Task.FromResult("ok");

            // By a clock that stands still the request would wait for ever.
            cancellation.Cancel();
            return Task.FromException<string>(StubAnswer.Exception(400, "Throttling"));
        });

        var result = await harness.Batches.BatchAsync(
            operation, Harness.Requests(Before + 1), new BatchOptions { Concurrency = 1 }, cancellation.Token);

        Assert.Equal(BatchErrorKind.Throttled, result[Before].Error?.Kind);
        Assert.Equal(RateAfter(harness, Before), (await PacerAsync(harness)).RatePerSecond);
    }

    // What a pacer lets pass tells how many answers it had counted when it was first throttled.
    private static double RateAfter(Harness harness, int answers)
    {
        var pacer = new Pacer(harness.Clock);
        pacer.Succeeded(harness.Clock.GetTimestamp(), answers);
        return Throttle(pacer, harness);
    }

    private static async Task<double> RateOf(Harness harness) => Throttle(await PacerAsync(harness), harness);

    private static double Throttle(Pacer pacer, Harness harness)
    {
        var now = harness.Clock.GetTimestamp();
        pacer.Throttled(now, now);
        return pacer.RatePerSecond;
    }

    private static async Task<Pacer> PacerAsync(Harness harness)
    {
        var pools = harness.Services.GetRequiredService<ClientPools>();
        return (await pools.GetAsync(Harness.Service, target: null, CancellationToken.None)).PacerOf("Call");
    }
}
