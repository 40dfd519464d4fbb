using System.ComponentModel;

namespace AwsBatch.CompilerServices;

/// <summary>
/// Which requests of a type are the same: what would be sent for them is equal. Requests are compared live, so one that
/// is a key must not change; what has to outlive its call is kept as a <see cref="Snapshot"/>.
/// </summary>
/// <typeparam name="TRequest">The SDK's request type, or a type inside one.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RequestIdentity<TRequest> : IEqualityComparer<TRequest>
    where TRequest : class
{
    /// <summary>Whether both are the same request. An instance of a derived type is only the same as itself.</summary>
    public abstract bool Equals(TRequest? x, TRequest? y);

    /// <summary>Equal for requests that are the same.</summary>
    public abstract int GetHashCode(TRequest obj);

    /// <summary>
    /// A deep copy that shares nothing the caller could change, and is the same request. Of an instance of a derived type
    /// it is the same as none.
    /// </summary>
    public abstract TRequest Snapshot(TRequest request);
}
