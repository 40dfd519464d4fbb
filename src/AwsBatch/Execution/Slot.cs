using System.Runtime.CompilerServices;
using AwsBatch.Clients;
using AwsBatch.CompilerServices;
using AwsBatch.Retries;

namespace AwsBatch.Execution;

/// <summary>
/// One unit of concurrency: sends one request at a time and ends it in an item. A worker keeps its slot for the whole
/// call, so that an attempt costs no token source of its own.
/// </summary>
internal sealed class Slot(RunSettings settings, TimeProvider clock, CancellationToken stop) : ISlot, IDisposable
{
    private CancellationTokenSource timer = new(Timeout.InfiniteTimeSpan, clock);
    private CancellationTokenRegistration stopRegistration;
    private long started;
    private bool answered;
    private bool linked;

    public CancellationToken CancellationToken => timer.Token;

    /// <summary>The pool the next request goes to.</summary>
    public ClientPool Pool { get; set; } = null!;

    /// <summary>What this slot has done so far.</summary>
    public Tally Tally { get; } = new();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<BatchItem> SendAsync<TRequest, TResult>(
        BatchOperation<TRequest, TResult> operation, TRequest request, int index)
        where TRequest : class
    {
        var pool = Pool;
        Begin();
        try
        {
            var response = await operation.SendAsync(pool.Client, request, this).ConfigureAwait(false);
            return new BatchItem<TRequest, TResult>(operation, index, pool.Target, request, response, clock.GetElapsedTime(started));
        }
        catch (Exception exception)
        {
            var duration = clock.GetElapsedTime(started);
            var error = FailureClassifier.Classify(operation, () => operation.Describe(request), Explain(operation, exception));
            return new BatchItem<TRequest, TResult>(operation, index, pool.Target, request, error, duration);
        }
    }

    public void Answered()
    {
        answered = true;
        var left = settings.TotalTimeout - clock.GetElapsedTime(started);
        timer.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }

    public void Dispose()
    {
        stopRegistration.Dispose();
        timer.Dispose();
    }

    private void Begin()
    {
        // A source that was cancelled, or whose timer is just firing, must not end the next attempt.
        if (!linked || !timer.TryReset())
            Renew();
        answered = false;
        started = clock.GetTimestamp();
        timer.CancelAfter(settings.AttemptTimeout < settings.TotalTimeout ? settings.AttemptTimeout : settings.TotalTimeout);
    }

    private void Renew()
    {
        Dispose();
        timer = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        stopRegistration = stop.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), timer);
        linked = true;
    }

    // A cancellation says only that; who wanted it is known here.
    private Exception Explain(BatchOperation operation, Exception exception)
    {
        if (exception is not OperationCanceledException || stop.IsCancellationRequested || !timer.IsCancellationRequested)
            return exception;

        var (name, limit) = answered || settings.TotalTimeout <= settings.AttemptTimeout
            ? (nameof(BatchOptions.TotalTimeout), settings.TotalTimeout)
            : (nameof(BatchOptions.AttemptTimeout), settings.AttemptTimeout);
        return new TimeoutException(
            $"{operation.Service.Name}:{operation.Name} did not end within {name} ({limit.TotalSeconds:0.###} s)", exception);
    }
}
