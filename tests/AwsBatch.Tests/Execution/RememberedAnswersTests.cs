using System.Collections.Concurrent;
using AwsBatch.CompilerServices;
using AwsBatch.Tests.Deduplication;
using AwsBatch.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Tests.Execution;

/// <summary>What a window remembers of one batch, the next is given without sending it.</summary>
public sealed class RememberedAnswersTests : IDisposable
{
    private static readonly BatchOptions Sharing = new() { DedupeWindow = TimeSpan.FromMinutes(1) };

    private readonly Harness harness = new();
    private readonly ConcurrentQueue<int> sent = new();

    public void Dispose() => harness.Dispose();

    [Fact]
    public async Task Only_the_others_are_sent_and_all_have_their_place()
    {
        var read = Operation("Read");
        await BatchAsync(read, [1, 3]);

        var result = await BatchAsync(read, [0, 1, 2, 3, 4]);

        Assert.Equal([0, 1, 2, 3, 4], sent.Order());
        Assert.Equal(["0", "1", "2", "3", "4"], result.Select(item => item.Response));
        Assert.Equal([false, true, false, true, false], result.Select(item => item.Deduplicated));
        Assert.Equal((5, 2, 3L), (result.Summary.Succeeded, result.Summary.DedupeHits, result.Summary.Attempts));
    }

    [Fact]
    public async Task A_batch_that_is_all_remembered_sends_nothing()
    {
        var read = Operation("Read");
        await BatchAsync(read, [1, 2]);

        var result = await BatchAsync(read, [2, 1, 2]);

        Assert.Equal(["2", "1", "2"], result.Select(item => item.Response));
        Assert.Equal((3, 3, 0L), (result.Summary.Succeeded, result.Summary.DedupeHits, result.Summary.Attempts));
        Assert.Equal(3, harness.Services.GetRequiredService<IPerfStats>().Snapshot()["fake:Read"].Deduplicated);
    }

    [Fact]
    public async Task Equal_ones_beside_remembered_ones_are_sent_once()
    {
        var read = Operation("Read");
        await BatchAsync(read, [1]);

        var result = await BatchAsync(read, [7, 1, 7, 1, 7]);

        Assert.Equal([1, 7], sent);
        Assert.Equal(["7", "1", "7", "1", "7"], result.Select(item => item.Response));
    }

    [Fact]
    public async Task An_answer_that_has_expired_is_asked_for_again()
    {
        var read = Operation("Read");
        await BatchAsync(read, [1]);
        harness.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.False((await BatchAsync(read, [1]))[0].Deduplicated);
    }

    [Fact]
    public async Task An_answer_too_old_is_not_given_after_a_request_that_cannot_be_sent()
    {
        var read = Operation("Read");
        var brief = Sharing with { DedupeWindow = TimeSpan.FromMilliseconds(100) };
        await harness.Batches.BatchAsync(read, [new(1)], brief, CancellationToken.None);

        // Over, but not yet swept.
        harness.Clock.Advance(TimeSpan.FromMilliseconds(500));
        var result = await harness.Aws.RunAsync(
            [
                new BatchRequest<FakeRequest, object>(
                    BatchOperation.CreateUnsendable<FakeRequest>("fake", "Nothing", new InvalidOperationException("no such operation")), new(0)),
                new BatchRequest<FakeRequest, string>(read, new(1)),
            ],
            brief);

        Assert.Equal([false, true], result.Select(item => item.IsSuccess));
        Assert.False(result[1].Deduplicated);
        Assert.Equal([1, 1], sent);
    }

    [Fact]
    public async Task A_call_that_has_more_time_does_not_end_with_the_time_of_another()
    {
        var gate = new Gate();
        var read = BatchOperation.Create<FakeRequest, string>(
            Harness.Service, "Read", (_, request, stop) => gate.EnterAsync(request, stop), identity: new ByNumber(), isReadOnly: true);
        var hasty = harness.Batches.BatchAsync(
            read, [new(1)], Sharing with { TotalTimeout = TimeSpan.FromMilliseconds(100) }, CancellationToken.None);
        await gate.ArrivalOfAsync(1);
        var patient = harness.Batches.InvokeAsync(read, new FakeRequest(1), Sharing, CancellationToken.None);

        while (!hasty.IsCompleted)
        {
            harness.Clock.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }

        Assert.Equal(BatchErrorKind.Timeout, (await hasty)[0].Error?.Kind);
        await gate.ArrivalOfAsync(2);
        gate.LetOneGo("in time");

        Assert.Equal("in time", await patient.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task What_is_remembered_goes_with_the_provider()
    {
        var clock = new TimerCountingClock(new FakeTimeProvider());
        var gate = new Gate();
        var core = new Harness(add: services => services.AddSingleton<TimeProvider>(clock));
        var late = BatchOperation.Create<FakeRequest, string>(
            Harness.Service, "Late", (_, request, stop) => gate.EnterAsync(request, stop), identity: new ByNumber(), isReadOnly: true);
        await core.Batches.InvokeAsync(Operation("Read"), new FakeRequest(1), Sharing, CancellationToken.None);
        var underWay = core.Batches.InvokeAsync(late, new FakeRequest(2), Sharing, CancellationToken.None);
        await gate.ArrivalOfAsync(1);

        await core.DisposeAsync();

        gate.LetOneGo("ended");
        Assert.Equal("ended", await underWay);
        Assert.Equal(0, clock.Alive);
    }

    [Fact]
    public async Task In_a_mixed_batch_each_operation_has_its_own()
    {
        var (read, other) = (Operation("Read"), Operation("Other"));
        await BatchAsync(read, [1]);

        var result = await harness.Aws.RunAsync(
            [new BatchRequest<FakeRequest, string>(read, new(1)), new BatchRequest<FakeRequest, string>(other, new(1))], Sharing);

        Assert.Equal([true, false], result.Select(item => item.Deduplicated));
        Assert.Equal([1, 1], sent);
    }

    [Fact]
    public async Task What_was_cancelled_before_gets_no_answer_either()
    {
        var read = Operation("Read");
        await BatchAsync(read, [1]);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => harness.Batches.BatchAsync(read, [new(1)], Sharing, new CancellationToken(canceled: true)));
    }

    private Task<BatchResult<FakeRequest, string>> BatchAsync(ServiceOperation<FakeRequest, string> operation, int[] numbers) =>
        harness.Batches.BatchAsync(operation, numbers.Select(number => new FakeRequest(number)), Sharing, CancellationToken.None);

    private ServiceOperation<FakeRequest, string> Operation(string name) => BatchOperation.Create<FakeRequest, string>(
        Harness.Service,
        name,
        (_, request, _) =>
        {
            sent.Enqueue(request.Number);
            return Task.FromResult($"{request.Number}");
        },
        identity: new ByNumber(),
        isReadOnly: true);
}
