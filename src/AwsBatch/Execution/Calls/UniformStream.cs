using System.Threading.Channels;
using AwsBatch.Clients;
using AwsBatch.CompilerServices;

namespace AwsBatch.Execution;

/// <summary>A stream of one operation in one pool.</summary>
internal abstract class UniformStream<TRequest, TItem>(
    Run run, ClientPool pool, BatchOperation operation, IAsyncEnumerable<TRequest> source) : StreamWork<TRequest, TItem>(run, source)
    where TRequest : class
    where TItem : BatchItem
{
    private readonly Channel<(TRequest Request, int Index)> requests =
        Channel.CreateBounded<(TRequest, int)>(new BoundedChannelOptions(LengthOf(run)) { SingleWriter = true });

    // Where equal requests share an answer, so does the same one: there is one pool.
    private readonly ObjectsUnderWay<TRequest>? objects =
        operation.MayShare(run.Settings.Dedupe) ? null : new(static (_, _) => false);

    public override Lane[] CreateLanes(Dispatcher dispatcher) =>
        [Run.CreateLane(new PoolGroup(pool, dispatcher), operation, new StreamSupply<TRequest>(requests.Reader))];

    protected override async Task ReadSourceAsync(Dispatcher dispatcher)
    {
        var index = 0;
        await foreach (var request in Requests)
        {
            if (request is null)
                throw NullRequest(index, nameof(requests), "an object");

            if (objects is not null)
                await objects.TakeAsync(request, request, Run.Stopping).ConfigureAwait(false);
            await requests.Writer.WriteAsync((request, index++), Run.Stopping).ConfigureAwait(false);
            dispatcher.Nudge();
        }
    }

    /// <summary>Says that a request has ended.</summary>
    protected void Return(TRequest request) => objects?.Return(request);

    protected override void EndSupply() => requests.Writer.Complete();
}
