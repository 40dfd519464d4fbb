using System.Threading.Channels;
using Amazon.S3.Model;
using AwsBatch.Deduplication;
using AwsBatch.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Tests.Deduplication;

public sealed class RequestDeduplicatorTests : IDisposable
{
    // A guard against a hang, not a wait: a test that passes never reaches it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly FakeTimeProvider time = new();
    private readonly RequestDeduplicator deduplicator;
    private readonly Work work = new();

    public static TheoryData<string, Func<int, object>> Sized => new()
    {
        { "an AWS response", static bytes => new ListBucketsResponse { ContentLength = bytes } },
        { "a text", static bytes => new string('\0', bytes / sizeof(char)) },
        { "a byte array", static bytes => new byte[bytes] },
    };

    public RequestDeduplicatorTests() => deduplicator = new(time, new NoJitter());

    public void Dispose() => deduplicator.Dispose();

    [Fact]
    public async Task Identical_operations_at_the_same_time_run_once()
    {
        var callers = Enumerable.Range(0, 100).Select(_ => RunAsync()).ToList();

        (await work.StartedAsync()).SetResult("one");

        Assert.All(await Task.WhenAll(callers).WaitAsync(Patience), answer => Assert.Equal("one", answer));
        Assert.Equal(1, work.Runs);
    }

    [Fact]
    public async Task An_answer_is_good_for_five_seconds_from_completion()
    {
        var first = RunAsync();
        var answer = await work.StartedAsync();
        time.Advance(TimeSpan.FromMinutes(1));
        answer.SetResult("one");
        Assert.Equal("one", await first);

        time.Advance(TimeSpan.FromSeconds(4.999));
        Assert.Equal("one", await RunAsync());
        time.Advance(TimeSpan.FromSeconds(0.001));
        var fresh = RunAsync();
        (await work.StartedAsync()).SetResult("two");
        Assert.Equal("two", await fresh);
    }

    [Fact]
    public async Task A_window_of_zero_joins_only_what_is_under_way()
    {
        var first = RunAsync(window: TimeSpan.Zero);
        var second = RunAsync(window: TimeSpan.Zero);
        (await work.StartedAsync()).SetResult("one");
        Assert.Equal(["one", "one"], await Task.WhenAll(first, second));

        var third = RunAsync(window: TimeSpan.Zero);
        (await work.StartedAsync()).SetResult("two");
        Assert.Equal("two", await third);
    }

    [Fact]
    public async Task The_first_callers_cancellation_ends_only_its_own_wait()
    {
        using var cancel = new CancellationTokenSource();
        var first = RunAsync(cancellationToken: cancel.Token);
        var second = RunAsync();
        var answer = await work.StartedAsync();

        await cancel.CancelAsync();

        var canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.WaitAsync(Patience));
        Assert.Equal(cancel.Token, canceled.CancellationToken);
        Assert.False(work.Token.IsCancellationRequested);
        answer.SetResult("one");
        Assert.Equal("one", await second.WaitAsync(Patience));
        Assert.Equal(1, work.Runs);
    }

    [Fact]
    public async Task An_operation_ends_when_the_last_caller_has_left_and_nobody_joins_it_any_more()
    {
        using var cancel = new CancellationTokenSource();
        var first = RunAsync(cancellationToken: cancel.Token);
        var second = RunAsync(cancellationToken: cancel.Token);
        var hung = await work.StartedAsync();
        var token = work.Token;

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.WaitAsync(Patience));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.WaitAsync(Patience));
        Assert.True(token.IsCancellationRequested);

        // It pays no heed and hangs on: the key is free all the same.
        var late = RunAsync();
        var answer = await work.StartedAsync();
        Assert.False(work.Token.IsCancellationRequested);
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
        var answer = await work.StartedAsync();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaves.WaitAsync(Patience));

        var joins = RunAsync();
        answer.SetResult("one");

        Assert.Equal(["one", "one"], await Task.WhenAll(stays, joins).WaitAsync(Patience));
        Assert.Equal(1, work.Runs);
    }

    [Fact]
    public async Task Who_comes_cancelled_runs_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(cancellationToken: new CancellationToken(true)));

        Assert.Equal(0, work.Runs);
    }

    [Fact]
    public async Task Who_comes_cancelled_is_not_given_what_is_remembered_either()
    {
        var first = RunAsync();
        (await work.StartedAsync()).SetResult("one");
        await first.WaitAsync(Patience);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(cancellationToken: new CancellationToken(true)));
    }

    [Fact]
    public async Task A_failure_goes_to_all_who_waited_and_is_not_remembered()
    {
        var first = RunAsync();
        var second = RunAsync();
        (await work.StartedAsync()).SetException(new InvalidDataException("broken"));

        Assert.Equal("broken", (await Assert.ThrowsAsync<InvalidDataException>(() => first.WaitAsync(Patience))).Message);
        await Assert.ThrowsAsync<InvalidDataException>(() => second.WaitAsync(Patience));
        var retry = RunAsync();
        (await work.StartedAsync()).SetResult("mended");
        Assert.Equal("mended", await retry.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_synchronous_throw_is_a_failure_like_any_other()
    {
        Task<string> Throwing() => deduplicator.RunAsync<string>("key", _ => throw new InvalidDataException("at once"));

        await Assert.ThrowsAsync<InvalidDataException>(() => Throwing().WaitAsync(Patience));
        await Assert.ThrowsAsync<InvalidDataException>(() => Throwing().WaitAsync(Patience));
        var next = RunAsync();
        (await work.StartedAsync()).SetResult("fine");
        Assert.Equal("fine", await next.WaitAsync(Patience));
    }

    [Fact]
    public async Task No_task_is_a_failure_that_says_so()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => deduplicator.RunAsync<string>("key", _ => null!).WaitAsync(Patience));

        Assert.Contains("'key' returned null", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_operation_does_not_poison_its_key()
    {
        var first = RunAsync();
        (await work.StartedAsync()).SetCanceled();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.WaitAsync(Patience));

        var next = RunAsync();
        (await work.StartedAsync()).SetResult("fine");
        Assert.Equal("fine", await next.WaitAsync(Patience));
    }

    [Fact]
    public async Task An_operation_sees_no_callers_ambient_state()
    {
        var ambient = new AsyncLocal<string?> { Value = "tenant one" };

        var seen = await deduplicator.RunAsync("key", _ => Task.FromResult(ambient.Value ?? "nothing")).WaitAsync(Patience);

        Assert.Equal("nothing", seen);
        Assert.Equal("tenant one", ambient.Value);
    }

    [Fact]
    public async Task All_get_the_same_object_and_null_is_an_answer()
    {
        var first = await deduplicator.RunAsync("object", _ => Task.FromResult(new List<int> { 1 }));
        Assert.Same(first, await deduplicator.RunAsync("object", _ => Task.FromResult(new List<int>())));

        Assert.Null(await deduplicator.RunAsync("null", _ => Task.FromResult<string?>(null)));
        Assert.Null(await deduplicator.RunAsync("null", _ => Task.FromResult<string?>("not run")));
    }

    [Fact]
    public async Task One_signature_for_two_types_is_an_error_that_names_both()
    {
        var running = RunAsync();
        var answer = await work.StartedAsync();
        var inFlight = await Assert.ThrowsAsync<ArgumentException>(() => deduplicator.RunAsync("key", _ => Task.FromResult(1)));
        answer.SetResult("one");
        Assert.Equal("one", await running.WaitAsync(Patience));
        var inWindow = await Assert.ThrowsAsync<ArgumentException>(() => deduplicator.RunAsync("key", _ => Task.FromResult(1)));

        Assert.All(new[] { inFlight, inWindow }, exception =>
        {
            Assert.Contains("System.String", exception.Message, StringComparison.Ordinal);
            Assert.Contains("System.Int32", exception.Message, StringComparison.Ordinal);
            Assert.Contains("'key'", exception.Message, StringComparison.Ordinal);
            Assert.Equal("signature", exception.ParamName);
        });
    }

    [Fact]
    public async Task A_caller_of_the_wrong_type_harms_nobody_whenever_it_comes()
    {
        static async Task<string> YieldAsync(CancellationToken token)
        {
            await Task.Yield();
            return "right";
        }

        async Task<bool> CallAsync(int number)
        {
            try
            {
                return number % 2 == 0
                    ? await deduplicator.RunAsync("key", YieldAsync, TimeSpan.Zero) == "right"
                    : await deduplicator.RunAsync("key", _ => Task.FromResult(5), TimeSpan.Zero) == 5;
            }
            catch (ArgumentException exception) when (exception.ParamName == "signature")
            {
                // The other type came first this time.
                return true;
            }
        }

        var ended = await Task.WhenAll(Enumerable.Range(0, 5_000).Select(number => Task.Run(() => CallAsync(number)))).WaitAsync(Patience);

        Assert.All(ended, Assert.True);
    }

    [Fact]
    public async Task A_caller_of_the_wrong_type_that_is_told_before_it_has_left_harms_nobody()
    {
        var flights = new FlightTable<Signature, Answer, Exception>(
            Signature.ByName, static signature => signature, static answer => answer.Bytes, new WindowBounds(), time, new NoJitter());
        var flight = flights.Share(new("key", typeof(string)), TimeSpan.Zero, new Caller<string>(flights)).Flight!;
        flights.Share(new("key", typeof(int)), TimeSpan.Zero, new Caller<int>(flights));
        var last = new Caller<string>(flights);
        flights.Share(new("key", typeof(string)), TimeSpan.Zero, last);

        flights.Complete(flight, new Answer<string>("one"));

        Assert.Equal("one", await last.WaitAsync(CancellationToken.None).WaitAsync(Patience));
    }

    [Fact]
    public async Task A_caller_of_the_wrong_type_does_not_keep_an_operation_alive()
    {
        using var cancel = new CancellationTokenSource();
        var right = RunAsync(cancellationToken: cancel.Token);
        await work.StartedAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => deduplicator.RunAsync("key", _ => Task.FromResult(1)));

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => right.WaitAsync(Patience));
        Assert.True(work.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task What_has_to_be_disposed_is_not_shared()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => deduplicator.RunAsync("key", _ => Task.FromResult(new MemoryStream())));
        var hidden = await Assert.ThrowsAsync<InvalidOperationException>(
            () => deduplicator.RunAsync("key", _ => Task.FromResult<object>(new MemoryStream())).WaitAsync(Patience));
        Assert.Contains("System.IO.MemoryStream", hidden.Message, StringComparison.Ordinal);

        await Assert.ThrowsAsync<ArgumentException>(() => deduplicator.RunAsync("later", _ => Task.FromResult(new DisposedLater())));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => deduplicator.RunAsync("later", _ => Task.FromResult<object>(new DisposedLater())).WaitAsync(Patience));
    }

    [Theory]
    [MemberData(nameof(Sized))]
    public async Task Answers_of_known_size_are_remembered_up_to_64_mebibytes(string kind, Func<int, object> ofBytes)
    {
        const int Room = 64 * 1024 * 1024;
        var runs = 0;

        Task<object> RunAsync(int bytes)
        {
            return deduplicator.RunAsync($"{kind} {bytes}", _ =>
            {
                runs++;
                return Task.FromResult(ofBytes(bytes));
            });
        }

        await RunAsync(Room + 2).WaitAsync(Patience);
        await RunAsync(Room + 2).WaitAsync(Patience);
        Assert.Equal(2, runs);

        await RunAsync(Room).WaitAsync(Patience);
        await RunAsync(Room).WaitAsync(Patience);
        Assert.Equal(3, runs);
    }

    [Fact]
    public void An_operation_that_all_have_left_before_it_began_does_not_begin()
    {
        var flights = new FlightTable<Signature, Answer, Exception>(
            Signature.ByName, static signature => signature, static answer => answer.Bytes, new WindowBounds(), time, new NoJitter());
        var caller = new Caller<string>(flights);
        var flight = flights.Share(new("key", typeof(string)), TimeSpan.Zero, caller).Flight!;
        flights.Leave(caller);

        new SharedOperation<string>(flights, flight, work.RunAsync).Execute();

        Assert.Equal(0, work.Runs);
    }

    [Fact]
    public async Task Misuse_is_named()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => deduplicator.RunAsync("", _ => Task.FromResult(1)));
        await Assert.ThrowsAsync<ArgumentNullException>(() => deduplicator.RunAsync<int>("key", null!));
        var window = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => RunAsync(window: TimeSpan.FromTicks(-1)));
        Assert.Equal("window", window.ParamName);
    }

    [Fact]
    public async Task Disposal_ends_those_who_wait_and_what_runs_and_nothing_hangs()
    {
        var waiting = RunAsync();
        var answer = await work.StartedAsync();

        deduplicator.Dispose();

        var disposed = await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting.WaitAsync(Patience));
        Assert.Equal("AwsBatch.IRequestDeduplicator", disposed.ObjectName);
        Assert.True(work.Token.IsCancellationRequested);
        answer.SetResult("too late");
        var after = await Assert.ThrowsAsync<ObjectDisposedException>(() => RunAsync());
        Assert.Equal("AwsBatch.IRequestDeduplicator", after.ObjectName);
        deduplicator.Dispose();
    }

    [Fact]
    public async Task One_is_registered_for_the_app_and_disposed_with_it()
    {
        IRequestDeduplicator registered;
        await using (var harness = new Harness())
        {
            registered = harness.Services.GetRequiredService<IRequestDeduplicator>();
            Assert.Same(registered, harness.Services.GetRequiredService<IRequestDeduplicator>());
            Assert.Equal(7, await registered.RunAsync("key", _ => Task.FromResult(7)));
        }

        await Assert.ThrowsAsync<ObjectDisposedException>(() => registered.RunAsync("key", _ => Task.FromResult(7)));
    }

    [Fact]
    public async Task Under_load_a_key_runs_one_at_a_time()
    {
        var running = new int[4];
        var overlaps = 0;

        var answers = await Task.WhenAll(Enumerable.Range(0, 5_000).Select(number => Task.Run(() => deduplicator.RunAsync(
            $"{number % 4}",
            async _ =>
            {
                if (Interlocked.Increment(ref running[number % 4]) > 1)
                    Interlocked.Increment(ref overlaps);
                await Task.Yield();
                Interlocked.Decrement(ref running[number % 4]);
                return number % 4;
            },
            TimeSpan.Zero)))).WaitAsync(Patience);

        Assert.Equal(Enumerable.Range(0, 5_000).Select(number => number % 4), answers);
        Assert.Equal(0, overlaps);
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
            var call = deduplicator.RunAsync("key", YieldAsync, TimeSpan.Zero, cancel.Token);
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

    private Task<string> RunAsync(TimeSpan? window = null, CancellationToken cancellationToken = default) =>
        deduplicator.RunAsync("key", work.RunAsync, window, cancellationToken);

    private sealed class DisposedLater : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    /// <summary>An operation that ends when the test says so.</summary>
    private sealed class Work
    {
        private readonly Channel<TaskCompletionSource<string>> started = Channel.CreateUnbounded<TaskCompletionSource<string>>();
        private int runs;

        public int Runs => runs;

        public CancellationToken Token { get; private set; }

        public Task<string> RunAsync(CancellationToken cancellationToken)
        {
            Token = cancellationToken;
            Interlocked.Increment(ref runs);
            var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            started.Writer.TryWrite(answer);
            return answer.Task;
        }

        public Task<TaskCompletionSource<string>> StartedAsync() => started.Reader.ReadAsync().AsTask().WaitAsync(Patience);
    }
}
