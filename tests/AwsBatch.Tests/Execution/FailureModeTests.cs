using System.Net;
using Amazon.Runtime;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Execution;

public sealed class FailureModeTests : IDisposable
{
    private static readonly AmazonServiceException Denied =
        new("not allowed", ErrorType.Sender, "AccessDenied", "request-7", HttpStatusCode.Forbidden);

    private readonly Harness harness = new();
    private readonly Gate gate = new();

    public void Dispose() => harness.Dispose();

    [Fact]
    public async Task Resilient_every_request_gets_its_item_in_order()
    {
        var operation = Harness.Operation((request, _) => request.Number % 3 == 0
            ? Task.FromException<string>(Denied)
            : Task.FromResult($"answer {request.Number}"));

        var result = await harness.Batches.BatchAsync(operation, Harness.Requests(10), null, CancellationToken.None);

        Assert.Equal(Enumerable.Range(0, 10), result.Select(item => item.Index));
        Assert.Equal(Enumerable.Range(0, 10), result.Select(item => item.Request.Number));
        Assert.Equal([0, 3, 6, 9], result.Failed.Select(item => item.Index));
        Assert.All(result.Succeeded, item => Assert.Equal($"answer {item.Index}", item.Response));
        Assert.Equal((6, 4), (result.Summary.Succeeded, result.Summary.Failed));
        Assert.Equal(10, result.Summary.Attempts);
    }

    [Fact]
    public async Task An_exception_before_the_first_await_is_that_items_failure()
    {
        var operation = Harness.Operation((_, _) => throw new ArgumentException("Bucket is required"));

        var result = await harness.Batches.BatchAsync(operation, Harness.Requests(1), null, CancellationToken.None);

        Assert.Equal(BatchErrorKind.Validation, result[0].Error!.Kind);
    }

    [Fact]
    public async Task Fail_fast_cancels_and_awaits_what_is_in_flight_and_starts_nothing_more()
    {
        var batch = harness.Batches.BatchAsync(
            Harness.Operation(gate.EnterAsync), Harness.Requests(50), new BatchOptions { Concurrency = 5, FailFast = true }, CancellationToken.None);
        await gate.ArrivalOfAsync(5);
        gate.LetOneGo("first");
        await gate.ArrivalOfAsync(6);
        gate.FailOne(Denied);

        var failure = await Assert.ThrowsAsync<BatchFailedException>(() => batch);

        Assert.StartsWith("Batch failed: fake:Call failed with AccessDenied: not allowed", failure.Message, StringComparison.Ordinal);
        Assert.Same(Denied, failure.InnerException);
        Assert.Same(Denied, failure.Item.Error!.Exception);
        Assert.Equal(0, gate.Inside);
        Assert.Equal(6, gate.Arrived);
        Assert.Equal(2, failure.Completed.Count);
        Assert.Contains(failure.Item, failure.Completed);
    }

    [Fact]
    public async Task Cancelling_ends_the_call_after_what_was_in_flight_has_ended()
    {
        using var cancellation = new CancellationTokenSource();
        var batch = harness.Batches.BatchAsync(
            Harness.Operation(gate.EnterAsync), Harness.Requests(50), new BatchOptions { Concurrency = 5 }, cancellation.Token);
        await gate.ArrivalOfAsync(5);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch);
        Assert.Equal(0, gate.Inside);
        Assert.Equal(5, gate.Arrived);
    }

    [Fact]
    public async Task One_call_throws_the_sdks_own_exception()
    {
        var operation = Harness.Operation((_, _) => Task.FromException<string>(Denied));

        var thrown = await Assert.ThrowsAsync<AmazonServiceException>(
            () => harness.Batches.InvokeAsync(operation, new FakeRequest(0), null, CancellationToken.None));

        Assert.Same(Denied, thrown);
    }

    [Fact]
    public async Task One_call_throws_it_where_batches_fail_fast_too()
    {
        await using var failing = new Harness(options => options.Defaults = new() { FailFast = true });
        var operation = Harness.Operation((_, _) => Task.FromException<string>(Denied));

        var thrown = await Assert.ThrowsAsync<AmazonServiceException>(
            () => failing.Batches.InvokeAsync(operation, new FakeRequest(0), null, CancellationToken.None));

        Assert.Same(Denied, thrown);
    }

    [Fact]
    public async Task One_call_that_its_caller_cancels_says_so()
    {
        using var cancellation = new CancellationTokenSource();
        var call = harness.Batches.InvokeAsync(Harness.Operation(gate.EnterAsync), new FakeRequest(0), null, cancellation.Token);
        await gate.ArrivalOfAsync(1);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }
}
