namespace LambdaSdk.Tests.Stub;

/// <summary>A request as it would have gone over the wire.</summary>
internal sealed record RecordedRequest(HttpMethod Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>The path still percent-encoded.</summary>
    public string Path => Uri.AbsolutePath;

    public string Query => Uri.Query;

    public static async Task<RecordedRequest> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var headers = request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default)
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);

        return new RecordedRequest(request.Method, request.RequestUri!, headers, body);
    }
}
