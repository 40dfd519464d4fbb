using System.Collections.Concurrent;
using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Signing;

namespace AwsBatch.Testing.Behaviour;

/// <summary>The programmed behaviour of all operations; an operation's own comes before its service's.</summary>
internal sealed class BehaviourTable(IEnumerable<string> operations, TimeProvider time)
{
    private const string AllOperations = ":*";

    private readonly string[] known = [.. operations.Order(StringComparer.Ordinal)];
    private readonly ConcurrentDictionary<string, OperationBehaviour> behaviours = new(StringComparer.Ordinal);

    /// <summary>The clock of latencies, pauses and token buckets.</summary>
    public TimeProvider Time => time;

    public OperationBehaviour For(string operation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(operation);
        return IsKnown(operation)
            ? behaviours.GetOrAdd(operation, static name => new OperationBehaviour(name))
            : throw new ArgumentException(
                $"The embedded endpoint does not implement '{operation}'. Near it: {string.Join(", ", NearestNames.To(operation, known))}.",
                nameof(operation));
    }

    /// <summary>What is programmed for a call, or null if nothing is.</summary>
    public CallBehaviour? Of(string operation, AwsRequest request, RequestSignature? signature)
    {
        if (behaviours.IsEmpty)
            return null;
        var own = behaviours.GetValueOrDefault(operation);
        var service = behaviours.GetValueOrDefault(string.Concat(operation.AsSpan(0, operation.IndexOf(':')), AllOperations));
        return own is null && service is null
            ? null
            : new(own, service, new ReceivedRequest(operation, request, signature?.Scope.Region), time);
    }

    private bool IsKnown(string operation) =>
        Array.BinarySearch(known, operation, StringComparer.Ordinal) >= 0
        || (operation.EndsWith(AllOperations, StringComparison.Ordinal)
            && known.Any(name => name.StartsWith(operation[..^1], StringComparison.Ordinal)));
}
