using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using AwsBatch.Cli.Checkpoints;
using AwsBatch.Cli.Input;
using AwsBatch.Cli.Observation;
using AwsBatch.Cli.Output;
using AwsBatch.Dynamic;

namespace AwsBatch.Cli.Running;

/// <summary>
/// One run: entries become turns, turns go through the stream, and what they end in goes to the sink. A turn with more pages
/// goes round again. Reading pauses while there is much to do, or much that waits for its place in the output.
/// </summary>
internal sealed class BatchRun(IAwsBatch aws, RequestFactory requests, RecordSink sink, RunPlan plan, IRunObserver observer)
    : IDisposable
{
    // Of fresh requests; what goes round again finds room always.
    private const int MostWaiting = 64;

    private readonly Channel<Turn> turns = Channel.CreateUnbounded<Turn>();
    private readonly SemaphoreSlim room = new(MostWaiting);
    private readonly ConcurrentDictionary<int, Turn> sent = new();
    private readonly CancellationTokenSource abort = new();

    // Turns that have no end yet, and the reading of the input: without any the stream's source has ended.
    private int open = 1;
    private long position = -1;
    private Exception? inputFailure;
    private string? failure;

    public RunTotals Totals { get; } = new();

    /// <summary>Runs the entries.</summary>
    /// <param name="entries">What to run.</param>
    /// <param name="stop">Ends the run as soon as what is in flight has ended.</param>
    /// <param name="cancel">Ends it at once.</param>
    /// <returns>Why it ended early under fail-fast; null if it did not.</returns>
    /// <exception cref="InputException">The input is broken; what came before it has its records.</exception>
    public async Task<string?> ExecuteAsync(IAsyncEnumerable<RequestEntry> entries, CancellationToken stop, CancellationToken cancel)
    {
        using var aborting = CancellationTokenSource.CreateLinkedTokenSource(abort.Token, cancel);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(aborting.Token, stop);
        var reading = Task.Run(() => ReadAsync(entries, stopping.Token), CancellationToken.None);
        try
        {
            await foreach (var item in aws.StreamAsync(FeedAsync(stopping.Token), plan.Options with { Progress = observer }, aborting.Token).ConfigureAwait(false))
                Complete(item, isStopping: stopping.IsCancellationRequested);
        }
        catch (BatchFailedException exception)
        {
            failure ??= exception.Message;
            Complete(exception.Item, isStopping: true);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested || aborting.IsCancellationRequested)
        {
            // Who wanted it knows. A token linked to theirs may say so later than those who wait on it.
        }
        finally
        {
            await abort.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(false);
        }

        if (inputFailure is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(inputFailure);
        return failure;
    }

    public void Dispose()
    {
        room.Dispose();
        abort.Dispose();
    }

    private async Task ReadAsync(IAsyncEnumerable<RequestEntry> entries, CancellationToken stopping)
    {
        try
        {
            await foreach (var entry in entries.WithCancellation(stopping).ConfigureAwait(false))
            {
                await sink.WaitForRoomAsync(stopping).ConfigureAwait(false);
                await AdmitAsync(entry, stopping).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // Only the run's end calls reading off.
        }
        catch (Exception exception)
        {
            inputFailure = exception;
        }
        finally
        {
            Close();
        }
    }

    private async ValueTask AdmitAsync(RequestEntry entry, CancellationToken stopping)
    {
        var place = ++position;
        if (plan.Checkpoint?.Find(entry) is { } known)
        {
            Totals.Count(known.IsSuccess);
            sink.Accept(place, known.Record);
            return;
        }

        var operation = requests.OperationOf(entry);
        var made = requests.Make(entry, SendingOf(entry, operation));
        if (made.Request is not { } request)
        {
            Finish(entry, place, sent: null, new Outcome { Error = made.Error }, RequestFactory.InvalidRequestCode);
            if (plan.Options.FailFast == true)
                FailFast(made.Error!);
            return;
        }

        await room.WaitAsync(stopping).ConfigureAwait(false);
        Interlocked.Increment(ref open);
        var pages = plan.AllPages && operation!.IsPageable ? new Pages(operation) : null;
        turns.Writer.TryWrite(new Turn(entry, place, request, pages));
    }

    // What is written down before a change is sent: should the run be killed, its outcome is unknown.
    private Action? SendingOf(RequestEntry entry, AwsOperation? operation) =>
        plan.Checkpoint is { } checkpoint && operation is { IsReadOnly: false } ? () => checkpoint.Begin(entry) : null;

    private async IAsyncEnumerable<BatchRequest> FeedAsync(CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var index = 0;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
        await foreach (var turn in turns.Reader.ReadAllAsync(either.Token).ConfigureAwait(false))
        {
            if (turn.Pages is null or { Count: 0 })
                room.Release();
            sent[index++] = turn;
            yield return turn.Request;
        }
    }

    private void Complete(BatchItem item, bool isStopping)
    {
        if (!sent.TryRemove(item.Index, out var turn))
            return;

        turn.Count(item);
        if (item.Error is { } error)
        {
            Finish(turn, new Outcome { Error = error.ToString(), Deduplicated = item.Deduplicated }, error.Code);
            return;
        }

        Outcome outcome;
        string? code = null;
        try
        {
            if (ResultOf(turn, item) is not { } result)
            {
                // Of a run that ends, half an answer is none.
                if (!isStopping)
                    turns.Writer.TryWrite(turn);
                return;
            }

            outcome = new Outcome { Result = result, Deduplicated = item.Deduplicated };
        }
        catch (Exception exception)
        {
            // The answer came, but cannot be shown.
            code = exception.GetType().Name;
            outcome = Failed(turn, code, exception.Message);
        }

        Finish(turn, outcome, code);
    }

    // Null while pages follow: the turn has what asks for the next.
    private ReadOnlyMemory<byte>? ResultOf(Turn turn, BatchItem item)
    {
        if (turn.Pages is null)
            return Show(item.Response!);
        if (NextPage(turn, item) is not { } next)
            return turn.Pages.Merge();
        turn.Request = next;
        return null;
    }

    private BatchRequest? NextPage(Turn turn, BatchItem item)
    {
        if (turn.Pages!.Add(DynamicResponse.ToJson(item.Response!), turn.Entry.Parameters) is not { } parameters)
            return null;
        var made = requests.Make(turn.Entry, parameters);
        return made.Request ?? throw new InvalidDataException(made.Error);
    }

    private void Finish(Turn turn, in Outcome outcome, string? code)
    {
        Finish(turn.Entry, turn.Position, turn.Request, outcome with { Duration = turn.Duration, Attempts = turn.Attempts }, code);
        Close();
    }

    private void Finish(RequestEntry entry, long place, BatchRequest? sent, in Outcome outcome, string? code)
    {
        var record = RecordWriter.Write(entry, outcome);
        plan.Checkpoint?.End(entry, record, isSuccess: outcome.Error is null);
        Totals.Count(outcome.Error is null);
        observer.Ended(entry, requests.NameOf(entry), sent, outcome, code);
        sink.Accept(place, record);
    }

    private void FailFast(string error)
    {
        failure = $"Batch failed: {error}";
        abort.Cancel();
    }

    private void Close()
    {
        if (Interlocked.Decrement(ref open) == 0)
            turns.Writer.Complete();
    }

    private static Outcome Failed(Turn turn, string code, string reason) =>
        new() { Error = Printable.Escape(Printable.WithoutUserInfo($"{turn.Request.Service}:{turn.Request.Operation} failed with {code}: {reason}.")) };

    private static ReadOnlyMemory<byte> Show(object response)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, RecordWriter.Options))
            DynamicResponse.Write(writer, response);
        return buffer.WrittenMemory;
    }
}
