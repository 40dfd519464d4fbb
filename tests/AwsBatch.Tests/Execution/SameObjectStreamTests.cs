using AwsBatch.CompilerServices;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Execution;

/// <summary>One request object more than once in a stream.</summary>
public sealed class SameObjectStreamTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly BatchOptions Options = new() { Concurrency = 4 };

    private readonly Harness harness = new();
    private readonly Gate gate = new();
    private readonly FakeRequest again = new(7);

    // What shares an answer with its equals.
    private ServiceOperation<FakeRequest, string> Read { get; }

    public SameObjectStreamTests() => Read = BatchOperation.Create<FakeRequest, string>(
        Harness.Service, "Read", (_, request, stop) => gate.EnterAsync(request, stop), identity: new ByNumber(), isReadOnly: true);

    public void Dispose() => harness.Dispose();

    [Fact]
    public Task Items_of_one_object_are_sent_one_after_the_other() =>
        AreSentOneAfterTheOtherAsync(Stream(Harness.Operation(gate.EnterAsync), Enumerable.Repeat(again, 5)));

    [Fact]
    public Task Handles_of_one_object_are_sent_one_after_the_other_wherever_they_go()
    {
        BatchOperation<FakeRequest, string>[] operations = [Harness.Operation(gate.EnterAsync), Harness.Operation(gate.EnterAsync, "Other")];
        var requests = Enumerable.Range(0, 5).Select(number => new BatchRequest<FakeRequest, string>(operations[number % 2], again)
            .In(new BatchTarget { Region = $"eu-west-{number}" }));
        return AreSentOneAfterTheOtherAsync(harness.Aws.StreamAsync(requests.ToAsyncEnumerable<BatchRequest>(), Options));
    }

    [Fact]
    public async Task Pages_of_one_object_are_asked_for_one_after_the_other()
    {
        var pages = CollectAsync(harness.Batches.PagesAsync(
            Harness.Operation(gate.EnterAsync), Harness.Paging, Enumerable.Repeat(again, 2), Options, CancellationToken.None));
        for (var page = 1; page <= 4; page++)
        {
            await gate.ArrivalOfAsync(page);
            gate.LetOneGo(static request => request.Token is null ? "first>next" : "last");
        }

        Assert.Equal([(0, 0), (0, 1), (1, 0), (1, 1)], (await pages.WaitAsync(Patience)).Select(page => (page.Index, page.Page)));
        Assert.Equal(1, gate.PeakInside);
    }

    [Fact]
    public async Task One_that_is_retried_is_not_over()
    {
        var run = CollectAsync(Stream(Harness.Operation(gate.EnterAsync), Enumerable.Repeat(again, 2)));
        await gate.ArrivalOfAsync(1);
        gate.FailOne(new HttpRequestException(HttpRequestError.ConnectionError));

        await harness.PlayAsync(gate.ArrivalOfAsync(2));
        Assert.Equal(1, gate.Inside);
        gate.LetOneGo();
        await gate.ArrivalOfAsync(3);
        gate.LetOneGo();

        Assert.All(await run.WaitAsync(Patience), item => Assert.True(item.IsSuccess));
        Assert.Equal(1, gate.PeakInside);
    }

    [Fact]
    public async Task What_came_before_goes_on_meanwhile()
    {
        FakeRequest[] requests = [new(1), again, new(2), again];
        var run = CollectAsync(Stream(Harness.Operation(gate.EnterAsync), requests));

        await gate.ArrivalOfAsync(3);
        Assert.Equal(3, gate.Inside);
        while (gate.Inside > 0)
            gate.LetOneGo();
        await gate.ArrivalOfAsync(4);
        gate.LetOneGo();

        Assert.Equal(4, (await run.WaitAsync(Patience)).Count);
    }

    [Fact]
    public async Task Where_equal_requests_share_an_answer_so_does_the_same()
    {
        var readOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = CollectAsync(Stream(Read, Source()));

        await gate.ArrivalOfAsync(1);
        await readOn.Task.WaitAsync(Patience);
        while (!run.IsCompleted)
        {
            if (gate.Inside > 0)
                gate.LetOneGo();
            await Task.Yield();
        }

        Assert.Equal(3, (await run).Count);

        IEnumerable<FakeRequest> Source()
        {
            yield return again;
            yield return again;
            readOn.SetResult();
            yield return again;
        }
    }

    [Fact]
    public Task Pools_share_no_answer_and_take_turns()
    {
        var requests = Enumerable.Range(0, 5).Select(number => new BatchRequest<FakeRequest, string>(Read, again)
            .In(new BatchTarget { Region = $"eu-west-{number}" }));
        return AreSentOneAfterTheOtherAsync(harness.Aws.StreamAsync(requests.ToAsyncEnumerable<BatchRequest>(), Options));
    }

    [Fact]
    public async Task The_next_pool_waits_for_all_who_share_an_answer()
    {
        var shared = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = CollectAsync(harness.Aws.StreamAsync(Source().ToAsyncEnumerable(), Options));
        await gate.ArrivalOfAsync(1);
        await shared.Task.WaitAsync(Patience);
        gate.LetOneGo();
        await gate.ArrivalOfAsync(2);
        gate.LetOneGo();

        var items = await run.WaitAsync(Patience);
        Assert.Equal([(0, false), (1, true), (2, false)], items.OrderBy(item => item.Index).Select(item => (item.Index, item.Deduplicated)));
        Assert.Equal(1, gate.PeakInside);

        IEnumerable<BatchRequest> Source()
        {
            var request = new BatchRequest<FakeRequest, string>(Read, again);
            yield return request;
            yield return new BatchRequest<FakeRequest, string>(Read, again);
            shared.SetResult();
            yield return request.In(new BatchTarget { Region = "eu-west-9" });
        }
    }

    [Fact]
    public async Task A_stream_that_is_left_does_not_wait_for_it()
    {
        var stream = Stream(Harness.Operation(gate.EnterAsync), Enumerable.Repeat(again, 5)).GetAsyncEnumerator();
        var first = stream.MoveNextAsync();
        await gate.ArrivalOfAsync(1);
        gate.LetOneGo();
        Assert.True(await first.AsTask().WaitAsync(Patience));
        await gate.ArrivalOfAsync(2);

        await stream.DisposeAsync().AsTask().WaitAsync(Patience);

        Assert.Equal(0, gate.Inside);
    }

    [Fact]
    public async Task One_that_has_no_pool_makes_way_for_the_next()
    {
        var operation = Harness.Operation((_, _) => Task.FromResult("ok"));
        var request = new BatchRequest<FakeRequest, string>(operation, again);
        BatchRequest[] requests = [request.In(new BatchTarget { EndpointUrl = "not a url" }), request];

        var items = await CollectAsync(harness.Aws.StreamAsync(requests.ToAsyncEnumerable())).WaitAsync(Patience);

        Assert.Equal([false, true], items.OrderBy(item => item.Index).Select(item => item.IsSuccess));
    }

    private async Task AreSentOneAfterTheOtherAsync<TItem>(IAsyncEnumerable<TItem> stream)
        where TItem : BatchItem
    {
        var run = CollectAsync(stream);
        for (var arrived = 1; arrived <= 5; arrived++)
        {
            await gate.ArrivalOfAsync(arrived);
            gate.LetOneGo();
        }

        Assert.Equal([0, 1, 2, 3, 4], (await run.WaitAsync(Patience)).Select(static item => item.Index));
        Assert.Equal(1, gate.PeakInside);
    }

    private IAsyncEnumerable<BatchItem<FakeRequest, string>> Stream(BatchOperation<FakeRequest, string> operation, IEnumerable<FakeRequest> requests) =>
        harness.Batches.StreamAsync(operation, requests, Options, CancellationToken.None);

    private static async Task<List<TItem>> CollectAsync<TItem>(IAsyncEnumerable<TItem> stream)
        where TItem : BatchItem
    {
        var items = new List<TItem>();
        await foreach (var item in stream)
            items.Add(item);
        return items;
    }
}
