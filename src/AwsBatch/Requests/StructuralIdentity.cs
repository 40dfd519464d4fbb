using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace AwsBatch.CompilerServices;

/// <summary>
/// An identity by parts, which generated code names. A derived type may have parts of its own, so it is never compared:
/// only exact instances of <typeparamref name="T"/> are.
/// </summary>
/// <typeparam name="T">The SDK's request type, or a type inside one.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class StructuralIdentity<T> : RequestIdentity<T>
    where T : class
{
    /// <inheritdoc/>
    public sealed override bool Equals(T? x, T? y) =>
        ReferenceEquals(x, y) || (x is not null && y is not null && IsExact(x) && IsExact(y) && HaveEqualParts(x, y));

    /// <inheritdoc/>
    public sealed override int GetHashCode(T obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        return IsExact(obj) ? HashParts(obj) : RuntimeHelpers.GetHashCode(obj);
    }

    /// <inheritdoc/>
    public sealed override T Snapshot(T request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return CopyParts(request);
    }

    /// <summary>A snapshot of a part that may be null.</summary>
    [return: NotNullIfNotNull(nameof(part))]
    public T? Copy(T? part) => part is null ? null : Snapshot(part);

    /// <summary>Whether two values of exactly this type have equal parts.</summary>
    protected abstract bool HaveEqualParts(T x, T y);

    /// <summary>The hash code of a value's parts.</summary>
    protected abstract int HashParts(T value);

    /// <summary>A new value with copies of the parts.</summary>
    protected abstract T CopyParts(T value);

    private static bool IsExact(T value) => value.GetType() == typeof(T);
}
