using Amazon.S3.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Specification.Scenarios;

/// <summary>Requirement 2: request deduplication within time windows.</summary>
public sealed class DeduplicationScenarios(World world) : IClassFixture<World>
{
    private IRequestDeduplicator Deduplicator => world.Services.GetRequiredService<IRequestDeduplicator>();

    [Scenario]
    public async Task Concurrent_request_deduplication()
    {
        var executions = 0;
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<string> SlowOperation(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref executions);
            return answer.Task.WaitAsync(cancellationToken);
        }

        var signature = $"dedupe-{Guid.NewGuid():N}";
        var first = Deduplicator.RunAsync(signature, SlowOperation);
        var second = Deduplicator.RunAsync(signature, SlowOperation);
        answer.SetResult("expensive-result");

        Assert.Equal(["expensive-result", "expensive-result"], await Task.WhenAll(first, second));
        Assert.Equal("expensive-result", await Deduplicator.RunAsync(signature, SlowOperation));
        Assert.Equal(1, executions);
    }

    [Scenario]
    public async Task Time_window_expiry_for_fresh_data()
    {
        var clock = new FakeTimeProvider();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddAwsBatch();
        await using var provider = services.BuildServiceProvider();
        var deduplicator = provider.GetRequiredService<IRequestDeduplicator>();
        var executions = 0;
        Task<int> Operation(CancellationToken cancellationToken) => Task.FromResult(Interlocked.Increment(ref executions));
        var window = TimeSpan.FromMilliseconds(100);

        Assert.Equal(1, await deduplicator.RunAsync("time-window-test", Operation, window));
        clock.Advance(window * 1.5);

        Assert.Equal(2, await deduplicator.RunAsync("time-window-test", Operation, window));
    }

    [Scenario]
    public async Task Identical_reads_of_a_batch_share_one_answer()
    {
        var heads = await world.Services.GetRequiredService<IS3Batch>().HeadObjectBatchAsync(
            Enumerable.Range(0, 12).Select(number => new GetObjectMetadataRequest { BucketName = World.Bucket, Key = $"key-{number % 3}" }));

        Assert.All(heads, item => Assert.True(item.IsSuccess, item.Error?.ToString()));
        Assert.Equal((3, 9), ((int)heads.Summary.Attempts, heads.Summary.DedupeHits));
        Assert.Equal(9, heads.Count(item => item.Deduplicated));
    }
}
