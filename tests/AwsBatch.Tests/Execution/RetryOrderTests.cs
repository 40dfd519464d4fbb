using AwsBatch.Tests.Retries;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Execution;

public sealed class RetryOrderTests
{
    [Fact]
    public async Task A_request_that_was_put_right_goes_again_at_once_and_before_those_not_sent_yet()
    {
        await using var harness = new Harness();
        var sent = new List<int>();
        var operation = Harness.Operation((request, _) =>
        {
            sent.Add(request.Number);
            return sent is [0] ? Task.FromException<string>(StubAnswer.Exception(421, "MisdirectedRequest")) : Task.FromResult("ok");
        });

        // The clock stands still: nothing waits for a timer.
        var result = await harness.Batches.BatchAsync(
            operation, Harness.Requests(4), new BatchOptions { Concurrency = 1 }, CancellationToken.None)
            .WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal([0, 0, 1, 2, 3], sent);
        Assert.Equal([2, 1, 1, 1], result.Select(item => item.Attempts));
    }
}
