using System.Collections.Concurrent;
using AwsBatch.CompilerServices;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Execution;

/// <summary>How a mixed stream finds the pools of its accounts, which may take their time to answer.</summary>
public sealed class StreamAccountsTests : IDisposable
{
    private const int AtOnce = 32;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly ServiceOperation<FakeRequest, string> Read =
        Harness.Operation(static (request, _) => Task.FromResult($"{request.Number}"), "Read");

    private readonly ConcurrentDictionary<string, TaskCompletionSource> accounts = new();
    private readonly SemaphoreSlim asked = new(0);
    private readonly SemaphoreSlim pulled = new(0);
    private readonly Harness harness;

    public StreamAccountsTests() => harness = new Harness(options => options.ProfileCredentials = profile => new AskedCredentials(() =>
    {
        asked.Release();
        return AnswerOf(profile).Task;
    }));

    public void Dispose()
    {
        harness.Dispose();
        asked.Dispose();
        pulled.Dispose();
    }

    [Fact]
    public async Task One_that_takes_its_time_does_not_hold_up_the_others()
    {
        AnswerOf("quick").SetResult();
        await using var items = Stream(Requests("slow", "quick", "slow", "quick")).GetAsyncEnumerator();

        Assert.Equal([1, 3], await TakeAsync(items, 2));
        AnswerOf("slow").SetResult();
        Assert.Equal([0, 2], await TakeAsync(items, 2));
        Assert.False(await items.MoveNextAsync());
    }

    [Fact]
    public async Task Requests_of_one_account_keep_their_order()
    {
        var sent = new ConcurrentQueue<int>();
        var operation = Harness.Operation((request, _) =>
        {
            sent.Enqueue(request.Number);
            return Task.FromResult("ok");
        });
        var requests = Enumerable.Range(0, 100).Select(number => Request("slow", number, operation));
        var run = CollectAsync(Stream(requests, new BatchOptions { Concurrency = 1 }));
        await PulledAsync(50);

        AnswerOf("slow").SetResult();

        Assert.Equal(100, (await run.WaitAsync(Patience)).Count);
        Assert.Equal(Enumerable.Range(0, 100), sent);
    }

    [Fact]
    public async Task So_do_those_that_say_in_two_ways_where_they_go()
    {
        BatchTarget[] ways = [new() { Profile = "slow" }, new() { Profile = "slow", Region = "eu-west-1" }];
        var sent = new ConcurrentQueue<int>();
        var operation = Harness.Operation((request, _) =>
        {
            sent.Enqueue(request.Number);
            return Task.FromResult("ok");
        });
        var requests = Enumerable.Range(0, 100)
            .Select(number => new BatchRequest<FakeRequest, string>(operation, new FakeRequest(number)).In(ways[number % 2]));
        var run = CollectAsync(Stream(requests, new BatchOptions { Concurrency = 1 }));
        await PulledAsync(50);

        AnswerOf("slow").SetResult();

        Assert.Equal(100, (await run.WaitAsync(Patience)).Count);
        Assert.Equal(Enumerable.Range(0, 100), sent);
    }

    [Fact]
    public async Task Only_so_many_are_asked_at_the_same_time()
    {
        var run = CollectAsync(Stream(Requests([.. Enumerable.Range(0, 100).Select(number => $"{number}")])));
        for (var number = 0; number < AtOnce; number++)
            Assert.True(await asked.WaitAsync(Patience));
        // The reader has the last in hand, and stands.
        await PulledAsync(AtOnce);
        Assert.Equal(0, pulled.CurrentCount);

        AnswerOf("5").SetResult();
        await PulledAsync(1);
        Assert.True(await asked.WaitAsync(Patience));
        for (var number = 0; number < 100; number++)
            AnswerOf($"{number}").TrySetResult();

        Assert.Equal(Enumerable.Range(0, 100), (await run.WaitAsync(Patience)).Select(item => item.Index).Order());
        Assert.Equal(100 - AtOnce - 1, asked.CurrentCount);
    }

    [Fact]
    public async Task One_that_has_no_credentials_is_the_error_of_its_requests_alone()
    {
        var run = CollectAsync(Stream(Requests("gone", "quick", "gone", "quick", "gone")));
        await PulledAsync(5);

        AnswerOf("gone").SetException(new InvalidOperationException("the role is gone"));
        AnswerOf("quick").SetResult();

        var items = await run.WaitAsync(Patience);
        Assert.Equal([0, 2, 4], items.Where(item => !item.IsSuccess).Select(item => item.Index).Order());
        Assert.Equal([1, 3], items.Where(item => item.IsSuccess).Select(item => item.Index).Order());
        Assert.All(items.Where(item => !item.IsSuccess), item => Assert.Contains("the role is gone", item.Error!.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_sent_does_not_wait_for_the_account_it_names()
    {
        var nothing = BatchOperation.CreateUnsendable<FakeRequest>("fake", "Nothing", new InvalidOperationException("no such operation"));
        var unsendable = new BatchRequest<FakeRequest, object>(nothing, new FakeRequest(1)).In(new BatchTarget { Profile = "slow" });
        await using var items = Stream([.. Requests("slow"), unsendable]).GetAsyncEnumerator();

        Assert.Equal([1], await TakeAsync(items, 1));
        AnswerOf("slow").SetResult();
        Assert.Equal([0], await TakeAsync(items, 1));
        Assert.True(items.Current.IsSuccess);
    }

    [Fact]
    public async Task A_stream_that_is_left_waits_for_none()
    {
        AnswerOf("quick").SetResult();
        var items = Stream(Requests("slow", "quick", "slower", "slow")).GetAsyncEnumerator();
        Assert.Equal([1], await TakeAsync(items, 1));

        await items.DisposeAsync().AsTask().WaitAsync(Patience);
    }

    [Fact]
    public async Task What_waits_is_let_go_of_when_the_source_is_cancelled()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CollectAsync(Stream(Cancelled())).WaitAsync(Patience));

        IEnumerable<BatchRequest> Cancelled()
        {
            foreach (var request in Requests("slow", "slower", "slow"))
                yield return request;
            throw new OperationCanceledException("enough");
        }
    }

    [Fact]
    public async Task What_waits_is_sent_when_the_source_fails()
    {
        var items = new List<BatchItem>();
        var run = Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var item in Stream(Failing()))
                items.Add(item);
        });
        await PulledAsync(3);
        AnswerOf("slower").SetResult();
        AnswerOf("slow").SetResult();

        await run.WaitAsync(Patience);
        Assert.Equal([0, 1, 2], items.Select(item => item.Index).Order());

        IEnumerable<BatchRequest> Failing()
        {
            foreach (var request in Requests("slow", "slower", "slow"))
                yield return request;
            throw new InvalidDataException("line 4 is broken");
        }
    }

    private IAsyncEnumerable<BatchItem> Stream(IEnumerable<BatchRequest> requests, BatchOptions? options = null)
    {
        return harness.Aws.StreamAsync(Counted().ToAsyncEnumerable(), options);

        IEnumerable<BatchRequest> Counted()
        {
            foreach (var request in requests)
            {
                pulled.Release();
                yield return request;
            }
        }
    }

    private static IEnumerable<BatchRequest> Requests(params string[] profiles) =>
        profiles.Select((profile, number) => Request(profile, number, Read));

    private static BatchRequest<FakeRequest, string> Request(string profile, int number, BatchOperation<FakeRequest, string> operation) =>
        new BatchRequest<FakeRequest, string>(operation, new FakeRequest(number)).In(new BatchTarget { Profile = profile });

    private TaskCompletionSource AnswerOf(string profile) =>
        accounts.GetOrAdd(profile, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task PulledAsync(int count)
    {
        for (var number = 0; number < count; number++)
            Assert.True(await pulled.WaitAsync(Patience));
    }

    private static async Task<List<int>> TakeAsync(IAsyncEnumerator<BatchItem> items, int count)
    {
        var taken = new List<int>();
        while (taken.Count < count && await items.MoveNextAsync().AsTask().WaitAsync(Patience))
            taken.Add(items.Current.Index);
        taken.Sort();
        return taken;
    }

    private static async Task<List<BatchItem>> CollectAsync(IAsyncEnumerable<BatchItem> stream)
    {
        var items = new List<BatchItem>();
        await foreach (var item in stream)
            items.Add(item);
        return items;
    }
}
