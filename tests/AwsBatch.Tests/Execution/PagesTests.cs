using System.Collections.Concurrent;
using System.Globalization;
using AwsBatch.CompilerServices;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Execution;

public sealed class PagesTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Harness harness = new();
    private readonly Gate gate = new();

    public void Dispose() => harness.Dispose();

    [Fact]
    public async Task Every_page_of_every_request_comes_in_the_order_of_its_request()
    {
        var pages = await CollectAsync(Pages(Counting(pages: 3), Harness.Requests(20), new BatchOptions { Concurrency = 4 }));

        Assert.Equal(60, pages.Count);
        foreach (var request in pages.GroupBy(page => page.Index))
        {
            Assert.Equal([0, 1, 2], request.Select(page => page.Page));
            Assert.Equal([false, false, true], request.Select(page => page.IsLast));
            Assert.Equal([$"{request.Key}.0>1", $"{request.Key}.1>2", $"{request.Key}.2"], request.Select(page => page.Response));
            Assert.All(request, page => Assert.Equal((1, "eu-west-1"), (page.Attempts, page.Target.Region)));
        }
    }

    [Fact]
    public async Task The_requests_given_are_in_the_pages_and_never_written_to()
    {
        var sent = new ConcurrentQueue<FakeRequest>();
        var requests = Harness.Requests(2);
        var operation = Harness.Operation((request, _) =>
        {
            sent.Enqueue(request);
            return Task.FromResult(request.Token is null ? "first>next" : "last");
        });

        var pages = await CollectAsync(Pages(operation, requests, new BatchOptions { Concurrency = 1 }));

        Assert.All(pages, page => Assert.Same(requests[page.Index], page.Request));
        Assert.All(requests, request => Assert.Null(request.Token));
        Assert.Equal([(0, null), (0, "next"), (1, null), (1, "next")], sent.Select(request => (request.Number, request.Token)));
    }

    [Fact]
    public async Task Requests_run_in_parallel_up_to_the_cap_and_the_pages_of_one_do_not()
    {
        var run = CollectAsync(Pages(Harness.Operation(gate.EnterAsync), Harness.Requests(6), new BatchOptions { Concurrency = 3 }));

        // Two pages of each of six requests; the longest waiting goes first.
        for (var arrived = 3; arrived < 12; arrived++)
        {
            await gate.ArrivalOfAsync(arrived);
            Assert.Equal(3, gate.Inside);
            gate.LetOneGo(request => request.Token is null ? "first>next" : "last");
        }

        await gate.ArrivalOfAsync(12);
        while (gate.Inside > 0)
            gate.LetOneGo("last");
        var pages = await run.WaitAsync(Patience);

        Assert.Equal(12, pages.Count);
        Assert.Equal(3, gate.PeakInside);
    }

    [Fact]
    public async Task One_request_never_has_two_pages_in_flight()
    {
        var run = CollectAsync(Pages(Harness.Operation(gate.EnterAsync), Harness.Requests(1), new BatchOptions { Concurrency = 8 }));
        for (var page = 0; page < 5; page++)
        {
            await gate.ArrivalOfAsync(page + 1);
            gate.LetOneGo(page < 4 ? $"page>{page}" : "last");
        }

        Assert.Equal(5, (await run.WaitAsync(Patience)).Count);
        Assert.Equal(1, gate.PeakInside);
    }

    [Theory]
    [InlineData("only")]
    [InlineData("only>")]
    public async Task A_token_that_is_absent_or_empty_ends_the_request(string answer)
    {
        var pages = await CollectAsync(Pages(Harness.Operation((_, _) => Task.FromResult(answer)), Harness.Requests(1)));

        Assert.True(Assert.Single(pages).IsLast);
    }

    [Fact]
    public async Task A_token_that_repeats_ends_the_request_with_an_error_page_that_does_not_tell_it()
    {
        var operation = Harness.Operation((request, _) => Task.FromResult(request.Token is null ? "first>opaque-1" : "again>opaque-1"));

        var pages = await CollectAsync(Pages(operation, Harness.Requests(1)));

        Assert.Equal(["first>opaque-1", "again>opaque-1", null], pages.Select(page => page.Response));
        Assert.Equal([false, false, true], pages.Select(page => page.IsLast));
        var error = pages[2].Error!;
        Assert.Equal(("RepeatedToken", BatchErrorKind.Validation, false), (error.Code, error.Kind, error.IsRetryable));
        Assert.Equal(
            "fake:Call failed with RepeatedToken: the answer's NextToken is the one of the page before, "
            + "so that no further page can be asked for (Number=0).",
            error.ToString());
        Assert.Equal((2, 0, TimeSpan.Zero), (pages[2].Page, pages[2].Attempts, pages[2].Duration));
        Assert.DoesNotContain("opaque", error.Exception.ToString(), StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(pages[2].EnsureSuccess);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 2)]
    [InlineData(100, 7)]
    [InlineData(5, 64)]
    public async Task Tokens_that_go_round_end_the_request_before_long(int before, int round)
    {
        var operation = Harness.Operation((request, _) =>
        {
            var page = request.Token is null ? 0 : int.Parse(request.Token, CultureInfo.InvariantCulture);
            return Task.FromResult($"page>{(page + 1 < before + round ? page + 1 : before)}");
        });

        var pages = await CollectAsync(Pages(operation, Harness.Requests(1)));

        Assert.Equal("RepeatedToken", pages[^1].Error?.Code);
        Assert.Contains("is the one of a page before", pages[^1].Error!.Message, StringComparison.Ordinal);
        Assert.All(pages.SkipLast(1), page => Assert.True(page.IsSuccess));
        Assert.InRange(pages.Count, before + round, 3 * (before + round) + 2);
    }

    [Fact]
    public async Task An_answer_that_says_more_follows_but_not_how_to_ask_ends_the_request_with_an_error_page()
    {
        var saysMore = new Paging<FakeRequest, string>("NextToken", static _ => "", static (request, _) => request, static _ => true);

        var pages = await CollectAsync(harness.Batches.PagesAsync(
            Harness.Operation((_, _) => Task.FromResult("first")), saysMore, Harness.Requests(1), null, CancellationToken.None));

        Assert.Equal([false, true], pages.Select(page => page.IsLast));
        Assert.Equal("EmptyToken", pages[1].Error!.Code);
        Assert.Contains("says that more follows, but its NextToken is empty", pages[1].Error!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_says_it_is_the_last_ends_the_request_though_it_has_a_token()
    {
        var saysLast = new Paging<FakeRequest, string>("NextToken", static _ => "token", static (request, _) => request, static _ => false);

        var pages = await CollectAsync(harness.Batches.PagesAsync(
            Harness.Operation((_, _) => Task.FromResult("first")), saysLast, Harness.Requests(1), null, CancellationToken.None));

        Assert.True(Assert.Single(pages).IsLast);
    }

    [Fact]
    public async Task A_failed_first_page_is_its_requests_failure_and_the_others_go_on()
    {
        var operation = Harness.Operation((request, _) => request.Number == 1
            ? Task.FromException<string>(new InvalidOperationException("broken"))
            : Task.FromResult(request.Token is null ? "first>next" : "last"));

        var pages = await CollectAsync(Pages(operation, Harness.Requests(3)));

        var failed = Assert.Single(pages, page => !page.IsSuccess);
        Assert.Equal((1, 0, true), (failed.Index, failed.Page, failed.IsLast));
        Assert.Equal(4, pages.Count(page => page.IsSuccess));
    }

    [Fact]
    public async Task A_failed_later_page_keeps_those_before_it_and_ends_its_request()
    {
        var operation = Harness.Operation((request, _) => request.Token == "2"
            ? Task.FromException<string>(new InvalidOperationException("broken"))
            : Task.FromResult(request.Token is null ? "a>1" : "b>2"));

        var pages = await CollectAsync(Pages(operation, Harness.Requests(1)));

        Assert.Equal(["a>1", "b>2", null], pages.Select(page => page.Response));
        Assert.Equal((2, true), (pages[2].Page, pages[2].IsLast));
        Assert.IsType<InvalidOperationException>(pages[2].Error!.Exception);
    }

    [Fact]
    public async Task Endless_pages_are_asked_for_only_as_far_ahead_as_the_queue_holds()
    {
        var asked = 0;
        var operation = Harness.Operation((_, _) => Task.FromResult($"page>{Interlocked.Increment(ref asked)}"));
        await using var pages = Pages(operation, Harness.Requests(4), new BatchOptions { Concurrency = 4 }).GetAsyncEnumerator();

        for (var taken = 1; taken <= 1_000; taken++)
        {
            Assert.True(await pages.MoveNextAsync().AsTask().WaitAsync(Patience));

            // Handed out + in the queue + in slots.
            Assert.InRange(Volatile.Read(ref asked), taken, taken + 4 + 4);
        }
    }

    [Fact]
    public async Task Leaving_early_cancels_and_awaits_what_is_in_flight()
    {
        var pages = Pages(Harness.Operation(gate.EnterAsync), Harness.Requests(3), new BatchOptions { Concurrency = 3 }).GetAsyncEnumerator();
        var first = pages.MoveNextAsync();
        await gate.ArrivalOfAsync(3);
        gate.LetOneGo("first>next");
        Assert.True(await first.AsTask().WaitAsync(Patience));
        await gate.ArrivalOfAsync(4);

        await pages.DisposeAsync().AsTask().WaitAsync(Patience);

        Assert.Equal(0, gate.Inside);
        Assert.Equal(4, gate.Arrived);
    }

    [Fact]
    public async Task Cancelling_ends_the_call_between_pages_too()
    {
        using var cancellation = new CancellationTokenSource();
        var run = CollectAsync(harness.Batches.PagesAsync(
            Harness.Operation(gate.EnterAsync), Harness.Paging, Harness.Requests(50), null, cancellation.Token));
        await gate.ArrivalOfAsync(8);
        gate.LetOneGo("first>next");
        await gate.ArrivalOfAsync(9);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(Patience));
        Assert.Equal(0, gate.Inside);
        Assert.Equal(9, gate.Arrived);
    }

    [Fact]
    public async Task Fail_fast_ends_the_call_at_any_page_after_awaiting_what_was_in_flight()
    {
        var options = new BatchOptions { Concurrency = 2, FailFast = true };
        var run = CollectAsync(Pages(Harness.Operation(gate.EnterAsync), Harness.Requests(50), options));
        await gate.ArrivalOfAsync(2);
        gate.LetOneGo(request => $"first>{request.Number}");
        await gate.ArrivalOfAsync(3);
        gate.LetOneGo(request => $"first>{request.Number}");
        await gate.ArrivalOfAsync(4);
        gate.FailOne(new InvalidOperationException("broken"));

        var failure = await Assert.ThrowsAsync<BatchFailedException>(() => run.WaitAsync(Patience));

        Assert.Equal(1, Assert.IsType<BatchPage<FakeRequest, string>>(failure.Item).Page);
        Assert.Equal(0, gate.Inside);
        Assert.Equal(4, gate.Arrived);
    }

    [Fact]
    public async Task Each_page_has_its_own_time()
    {
        var options = new BatchOptions { Concurrency = 1, AttemptTimeout = TimeSpan.FromSeconds(3), TotalTimeout = TimeSpan.FromSeconds(3) };
        var run = CollectAsync(Pages(Harness.Operation(gate.EnterAsync), Harness.Requests(1), options));
        await gate.ArrivalOfAsync(1);
        harness.Clock.Advance(TimeSpan.FromSeconds(2));
        gate.LetOneGo("first>next");
        await gate.ArrivalOfAsync(2);
        harness.Clock.Advance(TimeSpan.FromSeconds(2));
        gate.LetOneGo("second>more");
        await gate.ArrivalOfAsync(3);
        harness.Clock.Advance(TimeSpan.FromSeconds(3));

        var pages = await run.WaitAsync(Patience);

        Assert.Equal([2.0, 2.0, 3.0], pages.Select(page => page.Duration.TotalSeconds));
        Assert.Equal(BatchErrorKind.Timeout, pages[2].Error!.Kind);
    }

    [Fact]
    public async Task A_null_request_is_refused_by_position()
    {
        var pages = Pages(Counting(pages: 1), [new(0), null!]);

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => CollectAsync(pages));

        Assert.Contains("requests[1] is null", refusal.Message, StringComparison.Ordinal);
    }

    private static ServiceOperation<FakeRequest, string> Counting(int pages) => Harness.Operation((request, _) =>
    {
        var page = int.Parse(request.Token ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        return Task.FromResult(page + 1 < pages ? $"{request.Number}.{page}>{page + 1}" : $"{request.Number}.{page}");
    });

    private static async Task<List<BatchPage<FakeRequest, string>>> CollectAsync(IAsyncEnumerable<BatchPage<FakeRequest, string>> pages) =>
        await pages.ToListAsync();

    private IAsyncEnumerable<BatchPage<FakeRequest, string>> Pages(
        BatchOperation<FakeRequest, string> operation, FakeRequest[] requests, BatchOptions? options = null) =>
        harness.Batches.PagesAsync(operation, Harness.Paging, requests, options, CancellationToken.None);
}
