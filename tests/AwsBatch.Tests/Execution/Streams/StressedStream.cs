using System.Runtime.CompilerServices;
using AwsBatch.Clients;
using AwsBatch.CompilerServices;
using AwsBatch.Telemetry;
using AwsBatch.Tests.Retries;
using AwsBatch.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Tests.Execution.Streams;

/// <summary>
/// One stream with its source, its service, its accounts and its reader, all of which may fail, wait or leave. The plan follows from
/// the seed; which thread comes first does not.
/// </summary>
internal sealed class StressedStream : IAsyncDisposable
{
    // A guard against a hang, not a wait.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock gate = new();
    private readonly Random random;
    private readonly StreamPlan plan;
    private readonly Harness harness;
    private readonly CancellationTokenSource cancellation = new();
    private readonly TaskCompletionSource isOver = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<int, int> underWay = [];
    private readonly FakeRequest[] objects;
    private readonly List<BatchItem> results = [];
    private readonly List<string> broken = [];
    private int inFlight;
    private volatile bool isSourceOpen;

    public StressedStream(int seed)
    {
        random = new Random(seed);
        plan = StreamPlan.Draw(random);
        objects = Harness.Requests(plan.Objects);
        harness = new Harness(options => options.ProfileCredentials = account => new AskedCredentials(() => ResolveAsync(account)));
    }

    public StreamPlan Plan => plan;

    /// <summary>What was promised and did not hold.</summary>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        var reading = Task.Run(ReadAsync);
        var patience = Task.Delay(Patience);
        while (!reading.IsCompleted)
        {
            harness.Clock.Advance(TimeSpan.FromMilliseconds(Next(1, 400)));
            await Task.WhenAny(reading, patience, Task.Delay(TimeSpan.FromMilliseconds(1)));
            if (patience.IsCompleted)
                return [.. broken, $"it has not ended, with {results.Count} results"];
        }

        await reading;
        isOver.SetResult();
        // What pays no heed to its token it is not waited for.
        await harness.PlayAsync(Task.Run(() => Require(SpinWait.SpinUntil(() => !isSourceOpen, Patience), "its source was not disposed of")));
        await CheckAtEndAsync();
        return broken;
    }

    public async ValueTask DisposeAsync()
    {
        isOver.TrySetResult();
        cancellation.Dispose();
        await harness.DisposeAsync();
    }

    private async Task ReadAsync()
    {
        var isLeft = false;
        var thrown = await Record.ExceptionAsync(async () =>
        {
            await foreach (var item in Items().WithCancellation(cancellation.Token))
            {
                results.Add(item);
                if (Next(0, 20) == 0)
                    await Task.Delay(TimeSpan.FromMilliseconds(Next(1, 1_000)), harness.Clock);
                if (plan.ReaderEnd == ReaderEnd.ReadsAll || results.Count <= plan.ReaderEndsAt)
                    continue;
                isLeft = true;
                if (plan.ReaderEnd == ReaderEnd.Leaves)
                    return;
                if (plan.ReaderEnd == ReaderEnd.Cancels)
                    await cancellation.CancelAsync();
            }
        });
        Require(inFlight == 0, $"it ended with {inFlight} in flight");
        CheckEnd(thrown);
        CheckResults(areAll: !isLeft && thrown is null or InvalidDataException);
    }

    private IAsyncEnumerable<BatchItem> Items()
    {
        var first = Operation("First");
        return plan.Shape switch
        {
            StreamShape.Items => harness.Batches.StreamAsync(first, Source(static request => request), Options, CancellationToken.None),
            StreamShape.Pages => harness.Batches.PagesAsync(first, Harness.Paging, Blocking(), Options, CancellationToken.None),
            _ => Mixed(first, Operation("Second")),
        };
    }

    private IAsyncEnumerable<BatchItem> Mixed(params BatchOperation<FakeRequest, string>[] operations) => harness.Aws.StreamAsync(
        Source<BatchRequest>(request => new BatchRequest<FakeRequest, string>(operations[request.Number % 2], request).In(TargetOf(request))), Options);

    private BatchOptions Options => plan.Options with { Target = new BatchTarget { Profile = "common" } };

    private BatchTarget TargetOf(FakeRequest request) => new() { Profile = $"account-{request.Number % plan.Accounts}" };

    private async IAsyncEnumerable<T> Source<T>(Func<FakeRequest, T> map, [EnumeratorCancellation] CancellationToken stopping = default)
    {
        isSourceOpen = true;
        try
        {
            for (var position = 0; position < plan.Requests; position++)
            {
                if (Next(0, 10) == 0)
                    await Task.Yield();
                if (Next(0, 50) == 0)
                    await Task.Delay(TimeSpan.FromMilliseconds(Next(1, 2_000)), harness.Clock, Next(0, 2) == 0 ? stopping : CancellationToken.None);
                yield return map(objects[position % objects.Length]);
            }

            if (plan.SourceEnd == SourceEnd.Hangs)
                await isOver.Task;
            End();
        }
        finally
        {
            isSourceOpen = false;
        }
    }

    private IEnumerable<FakeRequest> Blocking()
    {
        for (var position = 0; position < plan.Requests; position++)
            yield return objects[position % objects.Length];
        if (plan.SourceEnd == SourceEnd.Hangs)
            isOver.Task.Wait();
        End();
    }

    private void End()
    {
        if (plan.SourceEnd == SourceEnd.Fails)
            throw new InvalidDataException("the source is broken");
        if (plan.SourceEnd == SourceEnd.IsCancelled)
            throw new OperationCanceledException("the source is cancelled");
    }

    private ServiceOperation<FakeRequest, string> Operation(string name) => BatchOperation.Create<FakeRequest, string>(
        Harness.Service,
        name,
        (_, request, cancellationToken) => AnswerAsync(request, cancellationToken),
        identity: new ByNumberAndToken(),
        isReadOnly: plan.IsReadOnly);

    private async Task<string> AnswerAsync(FakeRequest request, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Require(++inFlight <= (plan.Options.Concurrency ?? int.MaxValue), $"{inFlight} in flight are over the cap");
            underWay[request.Number] = underWay.GetValueOrDefault(request.Number) + 1;
            // Of two that share, each asks for its pages by copies.
            if (plan is not { Shape: StreamShape.Pages, Shares: true })
                Require(underWay[request.Number] == 1, $"object {request.Number} is sent {underWay[request.Number]} times at once");
        }

        try
        {
            if (Next(0, 3) == 0)
                await Task.Delay(TimeSpan.FromMilliseconds(Next(1, 300)), harness.Clock, cancellationToken);
            if (Next(0, 100) < plan.Faults)
                await FailAsync(cancellationToken);
            return Answer(request);
        }
        finally
        {
            lock (gate)
            {
                inFlight--;
                underWay[request.Number]--;
            }
        }
    }

    private Task FailAsync(CancellationToken cancellationToken) => Next(0, 8) switch
    {
        0 => throw StubAnswer.Exception(403, "AccessDenied"),
        1 => throw StubAnswer.Exception(500, "InternalError"),
        2 => throw new ConnectionLostException("the connection ended"),
        3 => throw new HttpRequestException(HttpRequestError.ConnectionError, "no connection"),
        4 => throw new ArgumentException("a parameter is missing"),
        5 => Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken),
        _ => throw StubAnswer.Exception(400, "ThrottlingException"),
    };

    // As many pages as its number says, up to four.
    private string Answer(FakeRequest request)
    {
        var page = int.Parse(request.Token ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        return plan.Shape == StreamShape.Pages && page < request.Number % 4 ? $"{request.Number}.{page}>{page + 1}" : $"{request.Number}.{page}";
    }

    private async Task ResolveAsync(string account)
    {
        if (Next(0, 3) > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(Next(1, 3_000)), harness.Clock);
        if (account != "common" && Next(0, 100) < plan.AccountsRefused)
            throw new InvalidOperationException("the role is gone");
    }

    private void CheckEnd(Exception? thrown)
    {
        var isExpected = thrown switch
        {
            null => plan.SourceEnd == SourceEnd.Ends || plan.ReaderEnd != ReaderEnd.ReadsAll,
            BatchFailedException failed => plan.Options.FailFast == true && !failed.Item.IsSuccess,
            OperationCanceledException => plan.SourceEnd == SourceEnd.IsCancelled || plan.ReaderEnd == ReaderEnd.Cancels,
            InvalidDataException => plan.SourceEnd == SourceEnd.Fails,
            _ => false,
        };
        Require(isExpected, $"it ended with {thrown?.ToString() ?? "nothing thrown"}");
    }

    private void CheckResults(bool areAll)
    {
        foreach (var item in results)
        {
            var request = objects[item.Index % objects.Length];
            Require(ReferenceEquals(item.Request, request), $"item {item.Index} has another's request");
            Require(!item.IsSuccess || ((string)item.Response!).StartsWith($"{request.Number}.", StringComparison.Ordinal), $"item {item.Index} has the answer {item.Response}");
            Require(item.Error?.Kind != BatchErrorKind.Canceled, $"item {item.Index} was cancelled");
        }

        foreach (var pages in results.GroupBy(static item => item.Index))
            CheckPages(pages.Key, [.. pages], areAll);
        if (areAll)
            Require(results.Select(static item => item.Index).Distinct().Count() == plan.Requests, $"it has {results.Count} results of {plan.Requests} requests");
    }

    private void CheckPages(int index, BatchItem[] items, bool areAll)
    {
        if (plan.Shape != StreamShape.Pages)
        {
            Require(items.Length == 1, $"item {index} came {items.Length} times");
            return;
        }

        var pages = items.Cast<BatchPage<FakeRequest, string>>().ToArray();
        Require(pages.Select(static page => page.Page).SequenceEqual(Enumerable.Range(0, pages.Length)), $"the pages of {index} came out of order");
        Require(pages.SkipLast(1).All(static page => !page.IsLast), $"after the last page of {index} came another");
        if (areAll)
            Require(!pages[^1].IsSuccess || (pages[^1].IsLast && pages.Length == 1 + (pages[^1].Request.Number % 4)), $"{index} has {pages.Length} pages");
    }

    private async Task CheckAtEndAsync()
    {
        var pools = harness.Services.GetRequiredService<ClientPools>();
        foreach (var target in results.Where(static item => item.IsSuccess).Select(static item => item.Target).Distinct())
        {
            var pool = await pools.GetAsync(Harness.Service, target, CancellationToken.None);
            Require(pool.Gate.InFlight == 0, $"{target.Profile} is left with {pool.Gate.InFlight} permits out");
            Require(pool.Gate.Waiting == 0, $"{target.Profile} is left with {pool.Gate.Waiting} in line");
            Require(pool.Parked == 0, $"{target.Profile} is left with {pool.Parked} parked");
        }

        var measured = harness.Services.GetRequiredService<AwsBatchTelemetry>().Operations.Sum(static operation => operation.InFlight);
        Require(measured == 0, $"the meters have {measured} in flight at the end");
    }

    private int Next(int least, int below)
    {
        lock (random)
            return random.Next(least, below);
    }

    private void Require(bool holds, string otherwise)
    {
        if (holds)
            return;
        lock (broken)
            broken.Add(otherwise);
    }

    private sealed class ByNumberAndToken : RequestIdentity<FakeRequest>
    {
        public override bool Equals(FakeRequest? x, FakeRequest? y) => (x?.Number, x?.Token) == (y?.Number, y?.Token);

        public override int GetHashCode(FakeRequest obj) => HashCode.Combine(obj.Number, obj.Token);

        public override FakeRequest Snapshot(FakeRequest request) => new(request.Number) { Token = request.Token };
    }
}
