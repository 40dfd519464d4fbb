using System.Collections.Concurrent;
using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Behaviour;

/// <summary>The programmed behaviour of all operations; an operation's own comes before its service's.</summary>
internal sealed class BehaviourTable(IEnumerable<string> operations, TimeProvider time)
{
    private const string AllOperations = ":*";

    private readonly string[] known = [.. operations.Order(StringComparer.Ordinal)];
    private readonly ConcurrentDictionary<string, OperationBehaviour> behaviours = new(StringComparer.Ordinal);

    public OperationBehaviour For(string operation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(operation);
        return IsKnown(operation)
            ? behaviours.GetOrAdd(operation, static name => new OperationBehaviour(name))
            : throw new ArgumentException(
                $"The embedded endpoint does not implement '{operation}'. Near it: {string.Join(", ", NearestNames.To(operation, known))}.",
                nameof(operation));
    }

    /// <summary>Waits the call's latency; then its error, if one is programmed.</summary>
    public ValueTask<AwsError?> ApplyAsync(string operation, AwsRequest request, CancellationToken cancellationToken)
    {
        if (behaviours.IsEmpty)
            return default;
        var own = behaviours.GetValueOrDefault(operation);
        var service = behaviours.GetValueOrDefault(string.Concat(operation.AsSpan(0, operation.IndexOf(':')), AllOperations));
        return own is null && service is null ? default : ApplyAsync(own, service, new(operation, request), cancellationToken);
    }

    private async ValueTask<AwsError?> ApplyAsync(
        OperationBehaviour? own, OperationBehaviour? service, ReceivedRequest request, CancellationToken cancellationToken)
    {
        if ((own?.Latency ?? service?.Latency)?.Next() is { Ticks: > 0 } latency)
            await Task.Delay(latency, time, cancellationToken).ConfigureAwait(false);
        return own?.NextError(request) ?? service?.NextError(request);
    }

    private bool IsKnown(string operation) =>
        Array.BinarySearch(known, operation, StringComparer.Ordinal) >= 0
        || (operation.EndsWith(AllOperations, StringComparison.Ordinal)
            && known.Any(name => name.StartsWith(operation[..^1], StringComparison.Ordinal)));
}
