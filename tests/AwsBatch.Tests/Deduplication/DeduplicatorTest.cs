using System.Threading.Channels;
using AwsBatch.Deduplication;
using AwsBatch.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Tests.Deduplication;

/// <summary>A deduplicator over a clock of the test's, and an operation that ends when the test says so.</summary>
public abstract class DeduplicatorTest : IDisposable
{
    // A guard against a hang, not a wait: a test that passes never reaches it.
    private protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private protected DeduplicatorTest() => Deduplicator = new(Time, new NoJitter());

    private protected FakeTimeProvider Time { get; } = new();

    private protected RequestDeduplicator Deduplicator { get; }

    private protected HeldOperation Work { get; } = new();

    public void Dispose()
    {
        Deduplicator.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected Task<string> RunAsync(TimeSpan? window = null, CancellationToken cancellationToken = default) =>
        Deduplicator.RunAsync("key", Work.RunAsync, window, cancellationToken);

    private protected sealed class HeldOperation
    {
        private readonly Channel<TaskCompletionSource<string>> started = Channel.CreateUnbounded<TaskCompletionSource<string>>();
        private int runs;

        public int Runs => runs;

        public CancellationToken Token { get; private set; }

        public Task<string> RunAsync(CancellationToken cancellationToken)
        {
            Token = cancellationToken;
            Interlocked.Increment(ref runs);
            var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            started.Writer.TryWrite(answer);
            return answer.Task;
        }

        public Task<TaskCompletionSource<string>> StartedAsync() => started.Reader.ReadAsync().AsTask().WaitAsync(Patience);
    }
}
