using AwsBatch.CompilerServices;

namespace AwsBatch.Deduplication;

/// <summary>A request of any operation, compared by what its operation knows of it.</summary>
internal readonly record struct OperationRequest(BatchOperation Operation, object Request)
{
    public OperationRequest Snapshot() => this with { Request = Operation.SnapshotOf(Request) };
}

/// <summary>Compares requests by the operation's name in its service and by its generated identity.</summary>
internal sealed class OperationRequestComparer : IEqualityComparer<OperationRequest>
{
    public static readonly OperationRequestComparer Instance = new();

    public bool Equals(OperationRequest x, OperationRequest y) =>
        (x.Operation == y.Operation || (x.Operation.Name == y.Operation.Name && x.Operation.Service.Name == y.Operation.Service.Name))
        && x.Operation.AreSame(x.Request, y.Request);

    public int GetHashCode(OperationRequest request) => request.Operation.HashOf(request.Request);
}
