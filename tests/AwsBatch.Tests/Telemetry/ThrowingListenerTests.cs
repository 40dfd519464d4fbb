using System.Diagnostics;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Telemetry;

/// <summary>What is no request's failure ends the call, and the call says so.</summary>
[Collection(TelemetryCollection.Name)]
public sealed class ThrowingListenerTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly InvalidOperationException broken = new("the listener is broken");
    private readonly ActivityListener listener;

    public ThrowingListenerTests()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "AwsBatch",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = _ => throw broken,
        };
        ActivitySource.AddActivityListener(listener);
    }

    public void Dispose() => listener.Dispose();

    [Fact]
    public async Task A_batch_ends_with_what_it_throws()
    {
        await using var harness = new Harness();

        var batch = harness.Batches.BatchAsync(
            Harness.Operation((_, _) => Task.FromResult("ok")), Harness.Requests(3), null, CancellationToken.None);

        Assert.Same(broken, await Assert.ThrowsAsync<InvalidOperationException>(() => batch.WaitAsync(Patience)));
    }

    [Fact]
    public async Task A_stream_ends_with_what_it_throws()
    {
        await using var harness = new Harness();

        var stream = harness.Batches.StreamAsync(
            Harness.Operation((_, _) => Task.FromResult("ok")), Harness.Requests(3), null, CancellationToken.None);

        Assert.Same(broken, await Assert.ThrowsAsync<InvalidOperationException>(() => stream.CountAsync().AsTask().WaitAsync(Patience)));
    }
}
