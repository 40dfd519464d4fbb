using System.Runtime.CompilerServices;
using AwsBatch.Cli.Checkpoints;
using AwsBatch.Cli.Input;

namespace AwsBatch.Cli.Running;

/// <summary>The requests of an input that a run is for: those of its shard. Each is the one that the checkpoint knows at its place.</summary>
internal sealed class RunEntries(
    RequestInput input, Func<IAsyncEnumerable<InputValue>, IAsyncEnumerable<RequestEntry>> read, Shard? shard, Checkpoint? checkpoint, RequestFactory requests)
{
    /// <summary>What messages call the input.</summary>
    public string Name => input.Name;

    /// <summary>Whether the input can be read to its end beforehand, and again.</summary>
    public bool IsKnown => input.IsKnown;

    /// <exception cref="InputException">After the entries before it: here is none, or it cannot be read.</exception>
    /// <exception cref="UsageException">The checkpoint is of another input.</exception>
    public async IAsyncEnumerable<RequestEntry> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var files = requests.TakeFiles();
        await foreach (var entry in read(input.ReadAsync(cancellationToken)).ConfigureAwait(false))
        {
            // Other shards may write here too, and so have what succeeded earlier; what failed has written nothing.
            if (checkpoint?.HasFailed(entry) != true)
                entry.Clash = files.Add(entry);
            if (entry.IsAnswered)
                continue;
            if (shard is { } part && !part.Has(entry.Index))
                continue;
            checkpoint?.Check(entry);
            yield return entry;
        }
    }

    /// <summary>Those of which the checkpoint has no answer, so that they are to be sent.</summary>
    public IAsyncEnumerable<RequestEntry> ReadUnansweredAsync(CancellationToken cancellationToken) =>
        ReadAsync(cancellationToken).Where(entry => checkpoint?.Knows(entry) != true);
}
