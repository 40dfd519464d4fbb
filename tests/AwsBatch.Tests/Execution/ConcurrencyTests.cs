using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Execution;

public sealed class ConcurrencyTests : IDisposable
{
    private readonly Harness harness = new();
    private readonly Gate gate = new();

    public void Dispose() => harness.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    public async Task The_cap_is_reached_and_never_passed(int concurrency)
    {
        const int Count = 100;
        var batch = Run(Count, new BatchOptions { Concurrency = concurrency });

        for (var arrived = concurrency; arrived < Count; arrived++)
        {
            await gate.ArrivalOfAsync(arrived);
            Assert.Equal(concurrency, gate.Inside);
            gate.LetOneGo();
        }

        await gate.ArrivalOfAsync(Count);
        while (gate.Inside > 0)
            gate.LetOneGo();

        Assert.Equal(Count, (await batch).Succeeded.Count);
        Assert.Equal(concurrency, gate.PeakInside);
    }

    [Fact]
    public async Task Without_a_cap_eight_are_in_flight()
    {
        var batch = Run(20, options: null);

        await gate.ArrivalOfAsync(8);
        Assert.Equal(8, gate.Inside);
        for (var arrived = 8; arrived < 20; arrived++)
        {
            gate.LetOneGo();
            await gate.ArrivalOfAsync(arrived + 1);
        }

        while (gate.Inside > 0)
            gate.LetOneGo();
        await batch;
        Assert.Equal(8, gate.PeakInside);
    }

    [Fact]
    public async Task A_short_batch_starts_no_more_workers_than_it_has_requests()
    {
        var batch = Run(3, new BatchOptions { Concurrency = 50 });

        await gate.ArrivalOfAsync(3);
        while (gate.Inside > 0)
            gate.LetOneGo();

        Assert.Equal(3, (await batch).Count);
    }

    [Fact]
    public async Task A_cap_beyond_what_its_call_has_to_send_is_no_word_on_what_the_service_bears()
    {
        var few = Run(10, new BatchOptions { Concurrency = 5_000 });
        await gate.ArrivalOfAsync(10);
        var many = Run(40, options: null);
        while (gate.Inside > 0)
            gate.LetOneGo();
        await few;

        await gate.ArrivalOfAsync(20);
        Assert.Equal(10, gate.Inside);
        for (var arrived = 20; arrived < 50; arrived++)
        {
            gate.LetOneGo();
            await gate.ArrivalOfAsync(arrived + 1);
        }

        while (gate.Inside > 0)
            gate.LetOneGo();
        await many;
    }

    [Fact]
    public async Task The_cap_holds_over_all_pools_of_a_call()
    {
        var operation = Harness.Operation(gate.EnterAsync);
        var requests = Enumerable.Range(0, 30).Select(number => new BatchRequest<FakeRequest, string>(operation, new FakeRequest(number))
            .In(new BatchTarget { Region = $"eu-west-{(number % 3) + 1}" }));
        var batch = harness.Aws.RunAsync(requests, new BatchOptions { Concurrency = 4 });

        for (var arrived = 4; arrived <= 30; arrived++)
        {
            await gate.ArrivalOfAsync(arrived);
            gate.LetOneGo();
        }

        while (gate.Inside > 0)
            gate.LetOneGo();
        await batch;
        Assert.Equal(4, gate.PeakInside);
    }

    private Task<BatchResult<FakeRequest, string>> Run(int count, BatchOptions? options) =>
        harness.Batches.BatchAsync(Harness.Operation(gate.EnterAsync), Harness.Requests(count), options, CancellationToken.None);
}
