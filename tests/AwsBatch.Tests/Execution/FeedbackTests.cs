using System.Net;
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

    [Theory]
    [InlineData(404, 40)]
    [InlineData(501, 0)]
    public async Task An_error_of_the_request_is_an_answer_and_one_of_the_service_is_none(int status, int answers)
    {
        await using var harness = new Harness();

        await harness.Batches.BatchAsync(
            Harness.Operation((_, _) => Task.FromException<string>(StubAnswer.Exception(status))),
            Harness.Requests(40),
            new BatchOptions { Concurrency = 1 },
            CancellationToken.None);

        Assert.Equal(RateAfter(harness, answers), await RateOf(harness));
    }

    [Fact]
    public async Task An_answer_that_did_not_come_in_time_is_told_of_as_a_slow_one()
    {
        const int Count = 40;
        await using var harness = new Harness();
        var gate = new Gate();
        var time = TimeSpan.FromSeconds(1);
        var batch = harness.Batches.BatchAsync(
            Harness.Operation(gate.EnterAsync),
            Harness.Requests(Count),
            new BatchOptions { Concurrency = Count, AttemptTimeout = time, TotalTimeout = time },
            CancellationToken.None);
        await gate.ArrivalOfAsync(Count);

        harness.Clock.Advance(time);

        Assert.Equal(Count, (await batch).Failed.Count);
        Assert.Equal(RateAfter(harness, Count), await RateOf(harness));
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

    [Fact]
    public async Task An_answer_that_is_consumed_is_told_of_when_its_headers_come()
    {
        const int Count = 40;
        await using var harness = new Harness();
        var gate = new Gate();
        var download = Harness.Operation(static (_, _) => Task.FromResult("body"))
            .Consume(async (request, _, stop) => await gate.EnterAsync(request, stop));
        var batch = harness.Batches.BatchAsync(
            download, Harness.Requests(Count), new BatchOptions { Concurrency = Count }, CancellationToken.None);
        await gate.ArrivalOfAsync(Count);

        Assert.Equal(RateAfter(harness, Count), await RateOf(harness));

        while (gate.Inside > 0)
            gate.LetOneGo();
        Assert.Equal(Count, (await batch).Succeeded.Count);
    }

    [Fact]
    public async Task A_consumers_own_throttle_says_nothing_of_the_service_that_has_answered()
    {
        await using var harness = new Harness();
        var gate = new Gate();
        var download = Harness.Operation(static (_, _) => Task.FromResult("body"))
            .Consume(async (request, _, stop) => request.Number == 0 ? await gate.EnterAsync(request, stop) : "ok");
        var batch = harness.Batches.BatchAsync(download, Harness.Requests(1), null, CancellationToken.None);
        await gate.ArrivalOfAsync(1);

        // Others are answered long after its headers came, and before its consumer ends.
        harness.Clock.Advance(TimeSpan.FromSeconds(10));
        await harness.Batches.BatchAsync(download, [new FakeRequest(1)], null, CancellationToken.None);
        gate.FailOne(StubAnswer.Exception(429));

        Assert.Equal(HttpStatusCode.TooManyRequests, (await batch)[0].Error?.StatusCode);
        Assert.True((await PacerAsync(harness)).IsAsleep);
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
