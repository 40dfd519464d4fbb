using AwsBatch.CompilerServices;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Execution;

public sealed class ConsumerTests : IDisposable
{
    private readonly Harness harness = new();

    public void Dispose() => harness.Dispose();

    [Fact]
    public async Task The_response_is_consumed_then_disposed()
    {
        var bodies = new List<Body>();
        var operation = Download(bodies).Consume((request, body, _) =>
        {
            Assert.False(body.IsDisposed);
            return ValueTask.FromResult((long)request.Number * 100);
        });

        var result = await harness.Batches.BatchAsync(operation, Harness.Requests(3), null, CancellationToken.None);

        Assert.Equal([0L, 100L, 200L], result.Select(item => item.Response));
        Assert.All(bodies, body => Assert.True(body.IsDisposed));
    }

    [Fact]
    public async Task A_consumer_that_throws_fails_its_item_and_still_disposes()
    {
        var bodies = new List<Body>();
        var operation = Download(bodies).Consume<long>((_, _, _) => throw new FormatException("line 3 is no number"));

        var result = await harness.Batches.BatchAsync(operation, Harness.Requests(1), null, CancellationToken.None);

        Assert.IsType<FormatException>(result[0].Error!.Exception);
        Assert.Equal(BatchErrorKind.Validation, result[0].Error!.Kind);
        Assert.True(Assert.Single(bodies).IsDisposed);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_a_network_failure()
    {
        var operation = Download([]).Consume<long>((_, _, _) => throw new IOException("the connection was reset"));

        var result = await harness.Batches.BatchAsync(operation, Harness.Requests(1), null, CancellationToken.None);

        Assert.Equal(BatchErrorKind.Network, result[0].Error!.Kind);
    }

    [Fact]
    public async Task What_a_consumer_did_elsewhere_is_no_failure_of_the_network_or_of_time()
    {
        Exception[] failures =
        [
            new TimeoutException("my database"), new HttpRequestException("my webhook"),
            new FileNotFoundException("my file"), new DirectoryNotFoundException("my folder"),
        ];
        var calls = 0;
        var operation = Download([]).Consume<long>((request, _, _) =>
        {
            Interlocked.Increment(ref calls);
            throw failures[request.Number];
        });

        var result = await harness.PlayAsync(
            harness.Batches.BatchAsync(operation, Harness.Requests(failures.Length), null, CancellationToken.None));

        Assert.Equal(failures, result.Select(item => item.Error!.Exception));
        Assert.All(result, item => Assert.Equal((BatchErrorKind.Validation, false), (item.Error!.Kind, item.Error.IsRetryable)));
        Assert.Equal(failures.Length, calls);
    }

    [Fact]
    public async Task A_consumer_may_call_the_service_it_consumes_from_though_consumers_fill_the_pool()
    {
        var consuming = 0;
        var all = new TaskCompletionSource();
        var nested = Harness.Operation((request, _) => Task.FromResult($"tagged {request.Number}"));
        var operation = Download([]).Consume(async (request, _, cancellationToken) =>
        {
            // As many as the pool lets in, and not one of them gives its place back before its own call is answered.
            if (Interlocked.Increment(ref consuming) == 8)
                all.SetResult();
            await all.Task;
            return await harness.Batches.InvokeAsync(nested, request, null, cancellationToken);
        });

        var result = await harness.Batches.BatchAsync(operation, Harness.Requests(8), null, CancellationToken.None)
            .WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(Enumerable.Range(0, 8).Select(number => $"tagged {number}"), result.Select(item => item.Response));
    }

    [Fact]
    public async Task However_many_calls_a_consumer_makes_at_once_they_go_past_a_full_pool_one_by_one()
    {
        int inside = 0, peak = 0, consuming = 0;
        var all = new TaskCompletionSource();
        var nested = Harness.Operation(async (request, _) =>
        {
            InterlockedMax(ref peak, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
            return $"{request.Number}";
        });
        var operation = Download([]).Consume(async (_, _, cancellationToken) =>
        {
            if (Interlocked.Increment(ref consuming) == 8)
                all.SetResult();
            await all.Task;
            var calls = Harness.Requests(20).Select(request => harness.Batches.InvokeAsync(nested, request, null, cancellationToken));
            return (await Task.WhenAll(calls)).Length;
        });

        var result = await harness.Batches.BatchAsync(operation, Harness.Requests(8), new() { Concurrency = 8 }, CancellationToken.None)
            .WaitAsync(TimeSpan.FromSeconds(20));

        Assert.All(result, item => Assert.Equal(20, item.Response));
        // Each consumer's one; a pool that has grown, or a consumer that has ended, lets in more, but never as many as there are.
        Assert.InRange(peak, 1, 2 * 8);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); seen < value; seen = Volatile.Read(ref target))
        {
            if (Interlocked.CompareExchange(ref target, value, seen) == seen)
                return;
        }
    }

    private static ServiceOperation<FakeRequest, Body> Download(List<Body> bodies) =>
        BatchOperation.Create<FakeRequest, Body>(Harness.Service, "Download", (_, _, _) =>
        {
            var body = new Body();
            lock (bodies)
                bodies.Add(body);
            return Task.FromResult(body);
        });

    private sealed class Body : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
