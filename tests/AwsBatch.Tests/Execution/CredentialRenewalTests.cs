using Amazon.Runtime;
using AwsBatch.Tests.Retries;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Execution;

public sealed class CredentialRenewalTests
{
    [Fact]
    public async Task Credentials_that_cannot_be_renewed_are_the_failure_of_the_item_and_not_of_the_call()
    {
        await using var harness = new Harness(static options => options.Credentials = new OnceOnly());
        var operation = Harness.Operation(static (request, _) => request.Number == 0
            ? Task.FromException<string>(StubAnswer.Exception(400, "ExpiredToken"))
            : Task.FromResult("ok"));

        var result = await harness.Batches.BatchAsync(operation, Harness.Requests(3), options: null, CancellationToken.None);

        Assert.Equal("ExpiredToken", Assert.Single(result.Failed).Error!.Code);
        Assert.Equal(2, result.Succeeded.Count);
    }

    [Fact]
    public async Task A_cancelled_call_does_not_wait_for_a_source_of_credentials_that_hangs()
    {
        var source = new Hanging();
        await using var harness = new Harness(options => options.Credentials = source);
        var operation = Harness.Operation(static (_, _) => Task.FromException<string>(StubAnswer.Exception(400, "ExpiredToken")));
        using var cancellation = new CancellationTokenSource();
        var batch = harness.Batches.BatchAsync(operation, Harness.Requests(2), new BatchOptions { Concurrency = 1 }, cancellation.Token);
        await source.Asked.Task;

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch);
    }

    [Fact]
    public async Task An_item_waits_for_a_source_of_credentials_that_hangs_no_longer_than_its_total_time()
    {
        await using var harness = new Harness(static options => options.Credentials = new Hanging());
        var operation = Harness.Operation(static (_, _) => Task.FromException<string>(StubAnswer.Exception(400, "ExpiredToken")));
        var time = TimeSpan.FromSeconds(10);

        var result = await harness.PlayAsync(
            harness.Batches.BatchAsync(operation, Harness.Requests(1), new BatchOptions { TotalTimeout = time }, CancellationToken.None));

        Assert.Equal("ExpiredToken", result[0].Error?.Code);
        Assert.True(result[0].Duration >= time, $"{result[0].Duration}");
    }

    private sealed class OnceOnly : AWSCredentials
    {
        private int asked;

        public override ImmutableCredentials GetCredentials() => asked++ == 0
            ? new ImmutableCredentials("AKIDFAKE", "not-a-real-secret", token: null)
            : throw new AmazonClientException("The source is gone.");
    }

    private sealed class Hanging : AWSCredentials
    {
        private int asked;

        public TaskCompletionSource Asked { get; } = new();

        public override ImmutableCredentials GetCredentials() => throw new NotSupportedException();

        public override Task<ImmutableCredentials> GetCredentialsAsync()
        {
            if (asked++ == 0)
                return Task.FromResult(new ImmutableCredentials("AKIDFAKE", "not-a-real-secret", token: null));

            Asked.TrySetResult();
            return new TaskCompletionSource<ImmutableCredentials>().Task;
        }
    }
}
