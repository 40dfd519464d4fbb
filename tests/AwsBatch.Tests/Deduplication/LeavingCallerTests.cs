using AwsBatch.Deduplication;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Deduplication;

/// <summary>Callers that leave before the answer, and what becomes of those who stay.</summary>
public sealed class LeavingCallerTests : DeduplicatorTest
{
    [Fact]
    public async Task The_first_callers_cancellation_ends_only_its_own_wait()
    {
        using var cancel = new CancellationTokenSource();
        var first = RunAsync(cancellationToken: cancel.Token);
        var second = RunAsync();
        var answer = await Work.StartedAsync();

        await cancel.CancelAsync();

        var canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.WaitAsync(Patience));
        Assert.Equal(cancel.Token, canceled.CancellationToken);
        Assert.False(Work.Token.IsCancellationRequested);
        answer.SetResult("one");
        Assert.Equal("one", await second.WaitAsync(Patience));
        Assert.Equal(1, Work.Runs);
    }

    [Fact]
    public async Task An_operation_ends_when_the_last_caller_has_left_and_nobody_joins_it_any_more()
    {
        using var cancel = new CancellationTokenSource();
        var first = RunAsync(cancellationToken: cancel.Token);
        var second = RunAsync(cancellationToken: cancel.Token);
        var hung = await Work.StartedAsync();
        var token = Work.Token;

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.WaitAsync(Patience));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.WaitAsync(Patience));
        Assert.True(token.IsCancellationRequested);

        // It pays no heed and hangs on: the key is free all the same.
        var late = RunAsync();
        var answer = await Work.StartedAsync();
        Assert.False(Work.Token.IsCancellationRequested);
        hung.SetResult("of the dead");
        answer.SetResult("fresh");
        Assert.Equal("fresh", await late.WaitAsync(Patience));
        Assert.Equal("fresh", await RunAsync());
    }

    [Fact]
    public async Task A_callers_leaving_does_not_free_the_key_for_a_second_run()
    {
        using var cancel = new CancellationTokenSource();
        var stays = RunAsync();
        var leaves = RunAsync(cancellationToken: cancel.Token);
        var answer = await Work.StartedAsync();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaves.WaitAsync(Patience));

        var joins = RunAsync();
        answer.SetResult("one");

        Assert.Equal(["one", "one"], await Task.WhenAll(stays, joins).WaitAsync(Patience));
        Assert.Equal(1, Work.Runs);
    }

    [Fact]
    public async Task Who_comes_cancelled_runs_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(cancellationToken: new CancellationToken(true)));

        Assert.Equal(0, Work.Runs);
    }

    [Fact]
    public async Task Who_comes_cancelled_is_not_given_what_is_remembered_either()
    {
        var first = RunAsync();
        (await Work.StartedAsync()).SetResult("one");
        await first.WaitAsync(Patience);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(cancellationToken: new CancellationToken(true)));
    }

    [Fact]
    public async Task A_cancelled_operation_does_not_poison_its_key()
    {
        var first = RunAsync();
        (await Work.StartedAsync()).SetCanceled();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.WaitAsync(Patience));

        var next = RunAsync();
        (await Work.StartedAsync()).SetResult("fine");
        Assert.Equal("fine", await next.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_caller_of_the_wrong_type_does_not_keep_an_operation_alive()
    {
        using var cancel = new CancellationTokenSource();
        var right = RunAsync(cancellationToken: cancel.Token);
        await Work.StartedAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => Deduplicator.RunAsync("key", _ => Task.FromResult(1)));

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => right.WaitAsync(Patience));
        Assert.True(Work.Token.IsCancellationRequested);
    }

    [Fact]
    public void An_operation_that_all_have_left_before_it_began_does_not_begin()
    {
        var flights = new FlightTable<Signature, Answer, Exception>(
            Signature.ByName, static signature => signature, static answer => answer.Bytes, new WindowBounds(), Time, new NoJitter());
        var caller = new Caller<string>(flights);
        var flight = flights.Share(new("key", typeof(string)), TimeSpan.Zero, caller).Flight!;
        flights.Leave(caller);

        new SharedOperation<string>(flights, flight, Work.RunAsync).Execute();

        Assert.Equal(0, Work.Runs);
    }

    [Fact]
    public async Task Under_load_with_callers_leaving_every_other_gets_its_answer()
    {
        // Honours its token: a caller that joined a run already cancelled would fail.
        static async Task<int> YieldAsync(CancellationToken token)
        {
            for (var i = 0; i < 3; i++)
            {
                await Task.Yield();
                token.ThrowIfCancellationRequested();
            }

            return 1;
        }

        async Task<bool> CallAsync(int number)
        {
            using var cancel = new CancellationTokenSource();
            var call = Deduplicator.RunAsync("key", YieldAsync, TimeSpan.Zero, cancel.Token);
            if (number % 3 > 0)
                await cancel.CancelAsync();
            try
            {
                return await call == 1;
            }
            catch (OperationCanceledException canceled) when (canceled.CancellationToken == cancel.Token)
            {
                return number % 3 > 0;
            }
        }

        var ended = await Task.WhenAll(Enumerable.Range(0, 5_000).Select(number => Task.Run(() => CallAsync(number)))).WaitAsync(Patience);

        Assert.All(ended, Assert.True);
    }
}
