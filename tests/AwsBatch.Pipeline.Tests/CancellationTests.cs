using System.Net;
using Amazon.DynamoDBv2.Model;
using AwsBatch.Pipeline.Tests.Services;
using AwsBatch.Pipeline.Tests.Wire;

namespace AwsBatch.Pipeline.Tests;

/// <summary>A call that is cancelled ends, wherever it is.</summary>
public sealed class CancellationTests : IDisposable
{
    private readonly CancellationTokenSource cancellation = new();
    private readonly Operation operation = Service.Of("dynamodb").Find("ListTables");
    private readonly PipelinePair pair = new(Service.Of("dynamodb"), Target.Own);

    public void Dispose()
    {
        pair.Dispose();
        cancellation.Dispose();
    }

    /// <remarks>The SDK's readers of JSON wait for it without a token.</remarks>
    [Fact]
    public async Task A_body_that_stalls_is_let_go()
    {
        await pair.LearnAsync(operation, Make());
        var answers = 0;
        using var body = new Stalling(cancellation);

        // Only the second, which goes the short way, stalls.
        var (_, lean) = await pair.SendAsync(
            operation,
            Make,
            () => new(HttpStatusCode.OK) { Content = ++answers == 1 ? new StringContent("{}") : new StreamContent(body) },
            cancellation.Token);

        Assert.Equal(cancellation.Token, Assert.IsType<TaskCanceledException>(lean.Outcome).CancellationToken);
        Assert.True(body.IsLetGo);
    }

    /// <remarks>What a connection says of its end is no answer then.</remarks>
    [Fact]
    public async Task An_attempt_that_is_under_way_ends_as_cancelled()
    {
        await pair.LearnAsync(operation, Make());
        var answers = 0;

        var (_, lean) = await pair.SendAsync(operation, Make, () => ++answers == 1 ? new(HttpStatusCode.OK) : Cancel(), cancellation.Token);

        Assert.Equal(cancellation.Token, Assert.IsType<TaskCanceledException>(lean.Outcome).CancellationToken);

        HttpResponseMessage Cancel()
        {
            cancellation.Cancel();
            throw new TaskCanceledException("cancelled", new IOException("aborted"), cancellation.Token);
        }
    }

    private static object Make() => new ListTablesRequest();

    /// <summary>A body of which nothing comes until it is closed; its call is cancelled meanwhile.</summary>
    private sealed class Stalling(CancellationTokenSource cancellation) : MemoryStream
    {
        private bool isClosed;

        public bool IsLetGo { get; private set; }

        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count)
        {
            cancellation.Cancel();
            IsLetGo = isClosed;
            throw new IOException("aborted");
        }

        protected override void Dispose(bool disposing)
        {
            isClosed = true;
            base.Dispose(disposing);
        }
    }
}
