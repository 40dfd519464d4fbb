using System.Runtime.CompilerServices;
using AwsBatch.CompilerServices;

namespace AwsBatch.Dynamic.Core;

/// <summary>
/// Which requests of an operation are the same: those made of the same JSON, in whatever order and form it was written. A request that was
/// made of more than its JSON is only the same as itself.
/// </summary>
internal sealed class JsonIdentity<TRequest> : RequestIdentity<TRequest>
    where TRequest : class
{
    private readonly ConditionalWeakTable<TRequest, string> madeOf = [];

    /// <summary>Notes what a request was made of.</summary>
    /// <param name="request">The request.</param>
    /// <param name="canonical">Its parameters as <see cref="Parameters.CanonicalJson"/>.</param>
    public void Note(TRequest request, string canonical) => madeOf.Add(request, canonical);

    public override bool Equals(TRequest? x, TRequest? y) =>
        ReferenceEquals(x, y)
        || (x is not null && y is not null
            && madeOf.TryGetValue(x, out var one) && madeOf.TryGetValue(y, out var other) && one == other);

    public override int GetHashCode(TRequest obj) => madeOf.TryGetValue(obj, out var canonical)
        ? canonical.GetHashCode(StringComparison.Ordinal)
        : RuntimeHelpers.GetHashCode(obj);

    // It is compared by the JSON it was made of, whatever becomes of it later.
    public override TRequest Snapshot(TRequest request) => request;
}
