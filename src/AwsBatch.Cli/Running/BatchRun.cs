using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using AwsBatch.Cli.Input;
using AwsBatch.Cli.Observation;
using AwsBatch.Cli.Output;
using AwsBatch.Dynamic;

namespace AwsBatch.Cli.Running;

/// <summary>
/// One run: entries become turns, turns go through the stream, and what they end in becomes records. A turn with more pages
/// goes round again. Reading pauses while there is much to do, or much that waits for its place in the output.
/// </summary>
internal sealed class BatchRun(IAwsBatch aws, RequestFactory requests, RecordSink sink, RunPlan plan, IRunObserver observer)
    : IDisposable
{
    private readonly TurnQueue turns = new();
    private readonly ConcurrentDictionary<int, Turn> sent = new();
    private readonly RunRecords records = new(requests, sink, plan.Checkpoint, observer);
    private readonly CancellationTokenSource abort = new();
    private Exception? readingFailure;
    private string? failure;

    public RunTotals Totals => records.Totals;

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
            failure ??= $"Batch failed: {ErrorLine.Of(exception.Item.Error!)}";
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

        if (readingFailure is not null)
            ExceptionDispatchInfo.Throw(readingFailure);
        return failure;
    }

    public void Dispose()
    {
        turns.Dispose();
        abort.Dispose();
    }

    private async Task ReadAsync(IAsyncEnumerable<RequestEntry> entries, CancellationToken stopping)
    {
        try
        {
            var position = 0L;
            await foreach (var entry in entries.WithCancellation(stopping).ConfigureAwait(false))
            {
                await sink.WaitForRoomAsync(stopping).ConfigureAwait(false);
                await AdmitAsync(entry, position++, stopping).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // Only the run's end calls reading off.
        }
        catch (Exception exception)
        {
            readingFailure = exception;
        }
        finally
        {
            turns.End();
        }
    }

    private async ValueTask AdmitAsync(RequestEntry entry, long position, CancellationToken stopping)
    {
        if (records.TryTakeOver(entry, position))
            return;

        var operation = requests.OperationOf(entry);
        var made = requests.Make(entry, SendingOf(entry, operation));
        if (made.Request is not { } request)
        {
            records.Add(entry, position, sent: null, new Outcome { Error = made.Error }, RequestFactory.InvalidRequestCode);
            FailFast(made.Error!);
            return;
        }

        var pages = plan.AllPages && operation!.IsPageable ? new Pages(operation) : null;
        await turns.AddAsync(new Turn(entry, position, request, pages), stopping).ConfigureAwait(false);
    }

    // What is written down before a change is sent: should the run be killed, its outcome is unknown.
    private Action? SendingOf(RequestEntry entry, AwsOperation? operation) =>
        plan.Checkpoint is { } checkpoint && operation is { IsReadOnly: false } ? () => checkpoint.Begin(entry) : null;

    private async IAsyncEnumerable<BatchRequest> FeedAsync(CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var index = 0;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
        await foreach (var turn in turns.ReadAsync(either.Token).ConfigureAwait(false))
        {
            sent[index++] = turn;
            yield return turn.Request;
        }
    }

    private void Complete(BatchItem item, bool isStopping)
    {
        if (!sent.TryRemove(item.Index, out var turn))
            return;

        turn.Count(item);
        if (EndOf(turn, item) is var (outcome, code))
        {
            records.Add(turn.Entry, turn.Position, turn.Request, outcome with { Duration = turn.Duration, Attempts = turn.Attempts }, code);
            turns.End();
            // Of an answer that came the core does not know that it is a failure.
            if (item.IsSuccess && outcome.Error is { } error)
                FailFast(error);
        }
        else if (!isStopping)
        {
            // Of a run that ends, half an answer is none.
            turns.AddAgain(turn);
        }
    }

    // Null while pages follow.
    private (Outcome Outcome, string? Code)? EndOf(Turn turn, BatchItem item)
    {
        if (item.Error is { } error)
            return (new Outcome { Error = ErrorLine.Of(error), Deduplicated = item.Deduplicated }, error.Code);
        try
        {
            return turn.Take(item.Response!, requests) is { } result
                ? (new Outcome { Result = result, Deduplicated = item.Deduplicated }, null)
                : null;
        }
        catch (Exception exception)
        {
            // The answer came, but cannot be shown.
            var code = exception.GetType().Name;
            return (new Outcome { Error = FailureText.Of($"{turn.Request.Service}:{turn.Request.Operation}", code, $"{exception.Message}.") }, code);
        }
    }

    // Ends the run, if it is to end at a failure.
    private void FailFast(string error)
    {
        if (plan.Options.FailFast != true)
            return;
        failure = $"Batch failed: {error}";
        abort.Cancel();
    }
}
