using AwsBatch.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Tests.Deduplication;

/// <summary>What runs, how often, and how it ends.</summary>
public sealed class RequestDeduplicatorTests : DeduplicatorTest
{
    [Fact]
    public async Task Identical_operations_at_the_same_time_run_once()
    {
        var callers = Enumerable.Range(0, 100).Select(_ => RunAsync()).ToList();

        (await Work.StartedAsync()).SetResult("one");

        Assert.All(await Task.WhenAll(callers).WaitAsync(Patience), answer => Assert.Equal("one", answer));
        Assert.Equal(1, Work.Runs);
    }

    [Fact]
    public async Task An_answer_is_good_for_five_seconds_from_completion()
    {
        var first = RunAsync();
        var answer = await Work.StartedAsync();
        Time.Advance(TimeSpan.FromMinutes(1));
        answer.SetResult("one");
        Assert.Equal("one", await first);

        Time.Advance(TimeSpan.FromSeconds(4.999));
        Assert.Equal("one", await RunAsync());
        Time.Advance(TimeSpan.FromSeconds(0.001));
        var fresh = RunAsync();
        (await Work.StartedAsync()).SetResult("two");
        Assert.Equal("two", await fresh);
    }

    [Fact]
    public async Task A_window_of_zero_joins_only_what_is_under_way()
    {
        var first = RunAsync(window: TimeSpan.Zero);
        var second = RunAsync(window: TimeSpan.Zero);
        (await Work.StartedAsync()).SetResult("one");
        Assert.Equal(["one", "one"], await Task.WhenAll(first, second));

        var third = RunAsync(window: TimeSpan.Zero);
        (await Work.StartedAsync()).SetResult("two");
        Assert.Equal("two", await third);
    }

    [Fact]
    public async Task A_failure_goes_to_all_who_waited_and_is_not_remembered()
    {
        var first = RunAsync();
        var second = RunAsync();
        (await Work.StartedAsync()).SetException(new InvalidDataException("broken"));

        Assert.Equal("broken", (await Assert.ThrowsAsync<InvalidDataException>(() => first.WaitAsync(Patience))).Message);
        await Assert.ThrowsAsync<InvalidDataException>(() => second.WaitAsync(Patience));
        var retry = RunAsync();
        (await Work.StartedAsync()).SetResult("mended");
        Assert.Equal("mended", await retry.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_synchronous_throw_is_a_failure_like_any_other()
    {
        Task<string> Throwing() => Deduplicator.RunAsync<string>("key", _ => throw new InvalidDataException("at once"));

        await Assert.ThrowsAsync<InvalidDataException>(() => Throwing().WaitAsync(Patience));
        await Assert.ThrowsAsync<InvalidDataException>(() => Throwing().WaitAsync(Patience));
        var next = RunAsync();
        (await Work.StartedAsync()).SetResult("fine");
        Assert.Equal("fine", await next.WaitAsync(Patience));
    }

    [Fact]
    public async Task No_task_is_a_failure_that_says_so()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Deduplicator.RunAsync<string>("key", _ => null!).WaitAsync(Patience));

        Assert.Contains("'key' returned null", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_sees_no_callers_ambient_state()
    {
        var ambient = new AsyncLocal<string?> { Value = "tenant one" };

        var seen = await Deduplicator.RunAsync("key", _ => Task.FromResult(ambient.Value ?? "nothing")).WaitAsync(Patience);

        Assert.Equal("nothing", seen);
        Assert.Equal("tenant one", ambient.Value);
    }

    [Fact]
    public async Task Misuse_is_named()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Deduplicator.RunAsync("", _ => Task.FromResult(1)));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Deduplicator.RunAsync<int>("key", null!));
        var window = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => RunAsync(window: TimeSpan.FromTicks(-1)));
        Assert.Equal("window", window.ParamName);
    }

    [Fact]
    public async Task Disposal_ends_those_who_wait_and_what_runs_and_nothing_hangs()
    {
        var waiting = RunAsync();
        var answer = await Work.StartedAsync();

        Deduplicator.Dispose();

        var disposed = await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting.WaitAsync(Patience));
        Assert.Equal("AwsBatch.IRequestDeduplicator", disposed.ObjectName);
        Assert.True(Work.Token.IsCancellationRequested);
        answer.SetResult("too late");
        var after = await Assert.ThrowsAsync<ObjectDisposedException>(() => RunAsync());
        Assert.Equal("AwsBatch.IRequestDeduplicator", after.ObjectName);
        Deduplicator.Dispose();
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

        var answers = await Task.WhenAll(Enumerable.Range(0, 5_000).Select(number => Task.Run(() => Deduplicator.RunAsync(
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
}
