using AwsBatch.CompilerServices;

namespace AwsBatch.Retries;

/// <summary>
/// Keeps a request's body fit for another attempt: captured before the first, rewound before each further one, disposed
/// after the last. The SDK leaves a failed request's stream where reading ended, and S3's client closes it by default.
/// </summary>
internal sealed class BodyPosition<TRequest> : IReplayedBody
{
    private readonly TRequest request;
    private readonly RequestBody<TRequest> body;
    private readonly Stream stream;
    private readonly OpenBody? kept;
    private readonly long start;

    private BodyPosition(TRequest request, RequestBody<TRequest> body, Stream stream)
    {
        this.request = request;
        this.body = body;
        this.stream = stream;
        start = stream.CanSeek ? stream.Position : 0;
        if (!body.CanSet)
            return;

        kept = new OpenBody(stream);
        body.Set(request, kept);
    }

    /// <summary>Whether the body can be sent again: it can seek, or nothing of it was read.</summary>
    public bool CanReplay => stream.CanSeek || kept is { WasRead: false };

    /// <summary>Takes hold of a request's stream. Until the end the request holds a stand-in for it.</summary>
    /// <param name="body">Where the request keeps it; null for a request type without a stream.</param>
    /// <param name="request">The request.</param>
    /// <returns>Null if the request has no stream; it can then be sent any number of times.</returns>
    public static BodyPosition<TRequest>? Capture(RequestBody<TRequest>? body, TRequest request) =>
        body?.Get(request) is { } stream ? new BodyPosition<TRequest>(request, body, stream) : null;

    /// <summary>Makes the request as it was before its first attempt.</summary>
    public void Rewind()
    {
        if (stream.CanSeek)
            stream.Position = start;
        if (kept is not null)
            body.Set(request, kept);
    }

    /// <summary>Gives the request its own stream back, closed if the SDK has closed it in any attempt.</summary>
    public void Dispose()
    {
        if (kept is null)
            return;

        body.Set(request, stream);
        if (kept.WasClosed)
            Close();
    }

    private void Close()
    {
        try
        {
            stream.Dispose();
        }
        catch (Exception)
        {
            // The request has had its outcome: a stream that cannot be closed is not to take it, nor those of other requests.
        }
    }
}
