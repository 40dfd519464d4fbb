using Amazon.S3.Model;
using AwsBatch.Deduplication;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Deduplication;

/// <summary>What callers share: of which type, of which size, and what they may not.</summary>
public sealed class SharedAnswerTests : DeduplicatorTest
{
    public static TheoryData<string, Func<int, object>> Sized => new()
    {
        { "an AWS response", static bytes => new ListBucketsResponse { ContentLength = bytes } },
        { "a text", static bytes => new string('\0', bytes / sizeof(char)) },
        { "a byte array", static bytes => new byte[bytes] },
    };

    [Fact]
    public async Task All_get_the_same_object_and_null_is_an_answer()
    {
        var first = await Deduplicator.RunAsync("object", _ => Task.FromResult(new List<int> { 1 }));
        Assert.Same(first, await Deduplicator.RunAsync("object", _ => Task.FromResult(new List<int>())));

        Assert.Null(await Deduplicator.RunAsync("null", _ => Task.FromResult<string?>(null)));
        Assert.Null(await Deduplicator.RunAsync("null", _ => Task.FromResult<string?>("not run")));
    }

    [Fact]
    public async Task One_signature_for_two_types_is_an_error_that_names_both()
    {
        var running = RunAsync();
        var answer = await Work.StartedAsync();
        var inFlight = await Assert.ThrowsAsync<ArgumentException>(() => Deduplicator.RunAsync("key", _ => Task.FromResult(1)));
        answer.SetResult("one");
        Assert.Equal("one", await running.WaitAsync(Patience));
        var inWindow = await Assert.ThrowsAsync<ArgumentException>(() => Deduplicator.RunAsync("key", _ => Task.FromResult(1)));

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
                    ? await Deduplicator.RunAsync("key", YieldAsync, TimeSpan.Zero) == "right"
                    : await Deduplicator.RunAsync("key", _ => Task.FromResult(5), TimeSpan.Zero) == 5;
            }
            catch (ArgumentException exception) when (exception.ParamName == "signature")
            {
                // The other type came first this Time.
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
            Signature.ByName, static signature => signature, static answer => answer.Bytes, new WindowBounds(), Time, new NoJitter());
        var flight = flights.Share(new("key", typeof(string)), TimeSpan.Zero, new Caller<string>(flights)).Flight!;
        flights.Share(new("key", typeof(int)), TimeSpan.Zero, new Caller<int>(flights));
        var last = new Caller<string>(flights);
        flights.Share(new("key", typeof(string)), TimeSpan.Zero, last);

        flights.Complete(flight, new Answer<string>("one"));

        Assert.Equal("one", await last.WaitAsync(CancellationToken.None).WaitAsync(Patience));
    }

    [Fact]
    public async Task What_has_to_be_disposed_is_not_shared()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Deduplicator.RunAsync("key", _ => Task.FromResult(new MemoryStream())));
        var hidden = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Deduplicator.RunAsync("key", _ => Task.FromResult<object>(new MemoryStream())).WaitAsync(Patience));
        Assert.Contains("System.IO.MemoryStream", hidden.Message, StringComparison.Ordinal);

        await Assert.ThrowsAsync<ArgumentException>(() => Deduplicator.RunAsync("later", _ => Task.FromResult(new DisposedLater())));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Deduplicator.RunAsync("later", _ => Task.FromResult<object>(new DisposedLater())).WaitAsync(Patience));
    }

    [Theory]
    [MemberData(nameof(Sized))]
    public async Task Answers_of_known_size_are_remembered_up_to_64_mebibytes(string kind, Func<int, object> ofBytes)
    {
        const int Room = 64 * 1024 * 1024;
        var runs = 0;

        Task<object> RunAsync(int bytes)
        {
            return Deduplicator.RunAsync($"{kind} {bytes}", _ =>
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

    private sealed class DisposedLater : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
