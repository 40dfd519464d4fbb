using System.Threading.Channels;
using AwsBatch.CompilerServices;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Execution;

public sealed class MixedStreamTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Harness harness = new();
    private readonly Gate gate = new();
    private int pulled;

    public void Dispose() => harness.Dispose();

    [Fact]
    public async Task Operations_regions_and_result_types_come_as_they_are_read()
    {
        var text = Harness.Operation((_, _) => Task.FromResult("text"));
        var length = Harness.Operation((_, _) => Task.FromResult("twelve chars"), name: "Other").Consume((_, body, _) => ValueTask.FromResult(body.Length));
        var requests = new BatchRequest[]
        {
            new BatchRequest<FakeRequest, string>(text, new FakeRequest(1)),
            new BatchRequest<FakeRequest, int>(length, new FakeRequest(2)),
            new BatchRequest<FakeRequest, string>(text, new FakeRequest(3)).In(new BatchTarget { Region = "us-east-2" }),
        };

        var items = await CollectAsync(harness.Aws.StreamAsync(requests.ToAsyncEnumerable()));

        Assert.Equal(
            [(0, "Call", "eu-west-1", "text"), (1, "Other", "eu-west-1", 12), (2, "Call", "us-east-2", (object)"text")],
            items.OrderBy(item => item.Index).Select(item => (item.Index, item.Operation, item.Target.Region!, item.Response!)));
    }

    [Fact]
    public async Task An_empty_source_ends_at_once() =>
        Assert.Empty(await CollectAsync(harness.Aws.StreamAsync(AsyncEnumerable.Empty<BatchRequest>())));

    [Fact]
    public async Task A_target_that_cannot_be_resolved_is_the_error_of_its_items_only()
    {
        var operation = Harness.Operation((_, _) => Task.FromResult("ok"));
        var nowhere = new BatchTarget { EndpointUrl = "not a url" };
        var requests = Enumerable.Range(0, 40).Select(number => number % 2 == 0
            ? new BatchRequest<FakeRequest, string>(operation, new FakeRequest(number))
            : new BatchRequest<FakeRequest, string>(operation, new FakeRequest(number)).In(nowhere));

        var items = await CollectAsync(harness.Aws.StreamAsync(requests.ToAsyncEnumerable<BatchRequest>()));

        Assert.Equal(Enumerable.Range(0, 40), items.Select(item => item.Index).Order());
        Assert.All(items, item => Assert.Equal(item.Index % 2 == 0, item.IsSuccess));
        Assert.All(items.Where(item => !item.IsSuccess), item =>
        {
            Assert.Equal(BatchErrorKind.Validation, item.Error!.Kind);
            Assert.Contains("'not a url'", item.Error.Message, StringComparison.Ordinal);
            Assert.Equal(0, item.Attempts);
        });
    }

    [Fact]
    public async Task A_target_that_cannot_be_resolved_fails_fast()
    {
        var operation = Harness.Operation((_, _) => Task.FromResult("ok"));
        BatchRequest request = new BatchRequest<FakeRequest, string>(operation, new FakeRequest(1)).In(new BatchTarget { EndpointUrl = "not a url" });

        var failure = await Assert.ThrowsAsync<BatchFailedException>(() =>
            CollectAsync(harness.Aws.StreamAsync(new[] { request }.ToAsyncEnumerable(), new BatchOptions { FailFast = true })));

        Assert.StartsWith("Batch failed: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_that_appear_are_found_some_seconds_later()
    {
        var credentials = new FlakyCredentials();
        await using var provider = new Harness(options => options.Credentials = credentials);
        var operation = Harness.Operation((_, _) => Task.FromResult("ok"));
        var source = Channel.CreateUnbounded<BatchRequest>();
        await using var stream = provider.Aws.StreamAsync(source.Reader.ReadAllAsync()).GetAsyncEnumerator();

        Assert.False(await NextAsync());
        var asked = credentials.Asked;
        credentials.Work = true;
        Assert.False(await NextAsync());
        Assert.Equal(asked, credentials.Asked);

        provider.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.True(await NextAsync());

        async Task<bool> NextAsync()
        {
            Assert.True(source.Writer.TryWrite(new BatchRequest<FakeRequest, string>(operation, new FakeRequest(0))));
            Assert.True(await stream.MoveNextAsync().AsTask().WaitAsync(Patience));
            return stream.Current.IsSuccess;
        }
    }

    [Fact]
    public async Task A_null_handle_is_refused_by_position()
    {
        var operation = Harness.Operation((_, _) => Task.FromResult("ok"));
        var requests = new[] { Request([operation], 0), null! };

        var refusal = await Assert.ThrowsAsync<ArgumentException>(
            () => CollectAsync(harness.Aws.StreamAsync(requests.ToAsyncEnumerable<BatchRequest>())));

        Assert.Contains("requests[1] is null; every request must be a handle", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("requests", refusal.ParamName);
    }

    [Fact]
    public async Task An_endless_source_of_many_operations_is_read_only_so_far_ahead()
    {
        var operations = Enumerable.Range(0, 5).Select(number => Harness.Operation((_, _) => Task.FromResult("ok"), $"Call{number}")).ToArray();
        await using var stream = harness.Aws.StreamAsync(Endless(operations), new BatchOptions { Concurrency = 4 }).GetAsyncEnumerator();

        for (var i = 0; i < 5_000; i++)
        {
            Assert.True(await stream.MoveNextAsync().AsTask().WaitAsync(Patience));

            // Handed out + in the result queue + in slots + queued over all lanes + in the reader's hand.
            Assert.InRange(Volatile.Read(ref pulled), i + 1, i + 1 + 4 + 4 + 256 + 1);
        }
    }

    [Fact]
    public async Task The_cap_holds_over_all_lanes()
    {
        var operations = Enumerable.Range(0, 4).Select(number => Harness.Operation(gate.EnterAsync, $"Call{number}")).ToArray();
        var requests = Enumerable.Range(0, 30).Select(number => Request(operations, number));
        var run = CollectAsync(harness.Aws.StreamAsync(requests.ToAsyncEnumerable(), new BatchOptions { Concurrency = 3 }));
        for (var arrived = 3; arrived <= 30; arrived++)
        {
            await gate.ArrivalOfAsync(arrived);
            gate.LetOneGo();
        }

        while (gate.Inside > 0)
            gate.LetOneGo();

        Assert.Equal(Enumerable.Range(0, 30), (await run.WaitAsync(Patience)).Select(item => item.Index).Order());
        Assert.Equal(3, gate.PeakInside);
    }

    [Fact]
    public async Task A_source_that_is_cancelled_takes_back_what_was_not_sent()
    {
        var operation = Harness.Operation(gate.EnterAsync);
        var exhausted = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        var items = new List<BatchItem>();
        var run = Task.Run(async () =>
        {
            await foreach (var item in harness.Aws.StreamAsync(Source(), new BatchOptions { MaxRequestsPerSecond = 1 }))
                items.Add(item);
        });
        await gate.ArrivalOfAsync(1);
        harness.Clock.Advance(TimeSpan.FromSeconds(1));
        await gate.ArrivalOfAsync(2);
        await exhausted.Task.WaitAsync(Patience);

        // By a clock that stands still no other is sent, however late the reader of the source hears of it.
        cancelled.SetCanceled();
        gate.LetOneGo();
        gate.LetOneGo();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(Patience));
        Assert.Equal(2, items.Count);
        Assert.All(items, item => Assert.True(item.IsSuccess));

        async IAsyncEnumerable<BatchRequest> Source()
        {
            for (var number = 0; number < 100; number++)
                yield return Request([operation], number);
            exhausted.SetResult();
            await cancelled.Task;
        }
    }

    [Fact]
    public async Task What_the_source_throws_comes_after_the_results_of_what_it_gave()
    {
        var operation = Harness.Operation((_, _) => Task.FromResult("ok"));
        var items = new List<int>();

        var thrown = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var item in harness.Aws.StreamAsync(Source()))
                items.Add(item.Index);
        });

        Assert.Equal("line 6 is broken", thrown.Message);
        Assert.Equal(Enumerable.Range(0, 5), items.Order());

        async IAsyncEnumerable<BatchRequest> Source()
        {
            for (var number = 0; number < 5; number++)
                yield return new BatchRequest<FakeRequest, string>(operation, new FakeRequest(number));
            await Task.Yield();
            throw new InvalidDataException("line 6 is broken");
        }
    }

    private static BatchRequest<FakeRequest, string> Request(BatchOperation<FakeRequest, string>[] operations, int number) =>
        new(operations[number % operations.Length], new FakeRequest(number));

    private async IAsyncEnumerable<BatchRequest> Endless(BatchOperation<FakeRequest, string>[] operations)
    {
        for (var number = 0; ; number++)
        {
            Interlocked.Increment(ref pulled);
            yield return Request(operations, number);
            await Task.Yield();
        }
    }

    private static async Task<List<BatchItem>> CollectAsync(IAsyncEnumerable<BatchItem> stream)
    {
        var items = new List<BatchItem>();
        await foreach (var item in stream)
            items.Add(item);
        return items;
    }
}
