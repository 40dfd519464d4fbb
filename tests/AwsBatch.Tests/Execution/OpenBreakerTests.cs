using Amazon.Runtime;
using AwsBatch.Tests.Support;
using Polly.CircuitBreaker;

namespace AwsBatch.Tests.Execution;

public sealed class OpenBreakerTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_parks_an_item_unless_nothing_was_reached_for_as_long_as_the_item_may_take(bool isReachedSince)
    {
        await using var harness = new Harness();
        var options = new BatchOptions { TotalTimeout = TimeSpan.FromDays(20) };
        await SendAsync(static _ => Task.FromException<string>(new HttpRequestException(HttpRequestError.ConnectionError)));
        if (isReachedSince)
            await SendAsync(static _ => Task.FromResult("ok"));
        harness.Clock.Advance(options.TotalTimeout.Value);

        var item = await SendAsync(static attempt => attempt == 1
            ? Task.FromException<string>(new AmazonClientException("wrapped", new BrokenCircuitException()))
            : Task.FromResult("ok"));

        Assert.Equal(isReachedSince, item.IsSuccess);

        async Task<BatchItem> SendAsync(Func<int, Task<string>> answer)
        {
            var attempts = 0;
            var operation = Harness.Operation((_, _) => answer(++attempts));
            return (await harness.PlayAsync(harness.Batches.BatchAsync(operation, Harness.Requests(1), options, CancellationToken.None)))[0];
        }
    }
}
