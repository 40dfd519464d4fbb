using System.ComponentModel;

namespace AwsBatch.CompilerServices;

/// <summary>Where a request type keeps the stream that becomes its HTTP body.</summary>
/// <typeparam name="TRequest">The SDK's request type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RequestBody<TRequest>
{
    private readonly Func<TRequest, Stream?> get;
    private readonly Action<TRequest, Stream?>? set;

    /// <summary>Describes a request type with a body.</summary>
    /// <param name="get">Reads the member, such as <c>InputStream</c> of <c>PutObjectRequest</c>.</param>
    /// <param name="set">
    /// Writes it; null where its type admits no other stream, such as the <c>MemoryStream</c> of Lambda's <c>InvokeRequest</c>.
    /// </param>
    public RequestBody(Func<TRequest, Stream?> get, Action<TRequest, Stream?>? set = null)
    {
        ArgumentNullException.ThrowIfNull(get);
        this.get = get;
        this.set = set;
    }

    internal bool CanSet => set is not null;

    internal Stream? Get(TRequest request) => get(request);

    internal void Set(TRequest request, Stream? stream) => set!(request, stream);
}
