using AwsBatch.CompilerServices;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Execution;

public sealed class ConsumerTests : IAsyncDisposable
{
    private readonly Harness harness = new();

    public ValueTask DisposeAsync() => harness.DisposeAsync();

    [Fact]
    public async Task The_response_is_consumed_then_disposed()
    {
        var bodies = new List<Body>();
        var operation = Download(bodies).Consume((request, body, _) =>
        {
            Assert.False(body.IsDisposed);
            return ValueTask.FromResult((long)request.Number * 100);
        });

        var result = await harness.Batches.BatchAsync(operation, Harness.Requests(3), null, CancellationToken.None);

        Assert.Equal([0L, 100L, 200L], result.Select(item => item.Response));
        Assert.All(bodies, body => Assert.True(body.IsDisposed));
    }

    [Fact]
    public async Task A_consumer_that_throws_fails_its_item_and_still_disposes()
    {
        var bodies = new List<Body>();
        var operation = Download(bodies).Consume<long>((_, _, _) => throw new FormatException("line 3 is no number"));

        var result = await harness.Batches.BatchAsync(operation, Harness.Requests(1), null, CancellationToken.None);

        Assert.IsType<FormatException>(result[0].Error!.Exception);
        Assert.Equal(BatchErrorKind.Validation, result[0].Error!.Kind);
        Assert.True(Assert.Single(bodies).IsDisposed);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_a_network_failure()
    {
        var operation = Download([]).Consume<long>((_, _, _) => throw new IOException("the connection was reset"));

        var result = await harness.Batches.BatchAsync(operation, Harness.Requests(1), null, CancellationToken.None);

        Assert.Equal(BatchErrorKind.Network, result[0].Error!.Kind);
    }

    private static ServiceOperation<FakeRequest, Body> Download(List<Body> bodies) =>
        BatchOperation.Create<FakeRequest, Body>(Harness.Service, "Download", (_, _, _) =>
        {
            var body = new Body();
            lock (bodies)
                bodies.Add(body);
            return Task.FromResult(body);
        });

    private sealed class Body : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
