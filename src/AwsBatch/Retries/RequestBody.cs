namespace AwsBatch.Retries;

/// <summary>Where a request type keeps the stream that becomes its HTTP body.</summary>
/// <param name="get">Reads the member, such as <c>InputStream</c> of <c>PutObjectRequest</c>.</param>
/// <param name="set">
/// Writes it; null where its type admits no other stream, such as the <c>MemoryStream</c> of Lambda's <c>InvokeRequest</c>.
/// </param>
internal sealed class RequestBody<TRequest>(Func<TRequest, Stream?> get, Action<TRequest, Stream?>? set)
{
    public Stream? Get(TRequest request) => get(request);

    public bool CanSet => set is not null;

    public void Set(TRequest request, Stream? stream) => set!(request, stream);
}
