using AwsBatch.Testing.Behaviour.Faults;
using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Services.S3;
using AwsBatch.Testing.Services;
using AwsBatch.Testing.Wire;

namespace AwsBatch.Testing;

/// <summary>
/// One thing that goes wrong with a request: another answer than its own, or an answer that is sent badly or not at all.
/// <see cref="OperationBehaviour.Inject"/> says which requests it hits. Thread-safe, and may be injected for several operations.
/// </summary>
public abstract class Fault
{
    private protected Fault()
    {
    }

    /// <summary>The request goes as it should.</summary>
    internal static Fault None { get; } = new NoFault();

    /// <summary>Whether it strikes before the body is read, so that nothing may be known of that.</summary>
    internal virtual bool BeforeBody => false;

    /// <summary>As what a request that ends in an error because of it is counted.</summary>
    internal virtual FlightOutcome Outcome => FlightOutcome.Refused;

    /// <summary>Whether it has a reason of its own to spare the request.</summary>
    internal virtual bool Spares(ReceivedRequest request, CallTokens tokens) => false;

    /// <summary>Does what the call asks, or returns the error that is answered instead.</summary>
    internal virtual async ValueTask<AwsError?> AnswerAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        await exchange.Call.AnswerAsync(exchange.Response, cancellationToken).ConfigureAwait(false);
        return null;
    }

    internal virtual ValueTask SendAsync(ResponseSender sender, TimeProvider time) => sender.SendAsync();

    /// <summary>An error in the service's own format; the call is not done.</summary>
    /// <param name="statusCode">The HTTP status, 400 to 599.</param>
    /// <param name="code">The AWS error code, such as <c>InternalError</c>.</param>
    /// <param name="message">The error's text.</param>
    /// <param name="headers">
    /// Further headers of the answer, as they are to be sent: <c>x-amz-retry-after</c> in milliseconds, <c>Retry-After</c> in seconds.
    /// </param>
    /// <exception cref="ArgumentException">A parameter is outside its range.</exception>
    public static Fault Error(
        int statusCode,
        string code,
        string message = "An error programmed by the test.",
        IReadOnlyDictionary<string, string>? headers = null)
    {
        CheckStatus(statusCode);
        return new ErrorFault(NewError(statusCode, code, message, headers));
    }

    /// <summary>
    /// An error in the body of an answer whose status is 200, as S3 sends it for a CopyObject, UploadPartCopy or CompleteMultipartUpload
    /// that failed after it had begun to answer; the call is not done.
    /// </summary>
    /// <param name="code">The AWS error code, such as <c>InternalError</c>.</param>
    /// <param name="message">The error's text.</param>
    /// <exception cref="ArgumentException"><paramref name="code"/> is empty.</exception>
    public static Fault ErrorInBody(string code, string message = "An error programmed by the test.") =>
        new ErrorFault(NewError(200, code, message, headers: null));

    /// <summary>
    /// Refuses what comes faster than a token bucket refills, by the endpoint's clock. The bucket starts full and every request let through
    /// takes one token; injected for several operations, they share it, as AWS's buckets per account are shared.
    /// </summary>
    /// <param name="perSecond">Tokens added a second, 0 or more; 0 never refills.</param>
    /// <param name="burst">Tokens the bucket holds, 1 or more.</param>
    /// <param name="statusCode">The HTTP status, 400 to 599; null for the one that the service throttles with.</param>
    /// <param name="code">
    /// The AWS error code; null for the service's: S3 503 <c>SlowDown</c>, EC2 503 <c>RequestLimitExceeded</c>, Lambda 429
    /// <c>TooManyRequestsException</c>.
    /// </param>
    /// <param name="headers">Further headers of the refusal, such as <c>x-amz-retry-after</c>.</param>
    /// <exception cref="ArgumentException">A parameter is outside its range.</exception>
    public static Fault Throttle(
        double perSecond,
        double burst,
        int? statusCode = null,
        string? code = null,
        IReadOnlyDictionary<string, string>? headers = null)
    {
        if (!(perSecond >= 0 && double.IsFinite(perSecond)))
            throw new ArgumentOutOfRangeException(nameof(perSecond), perSecond, "A refill rate is a finite number, 0 or more.");
        if (!(burst >= 1 && double.IsFinite(burst)))
            throw new ArgumentOutOfRangeException(nameof(burst), burst, "A bucket holds 1 token or more.");
        if (statusCode is { } status)
            CheckStatus(status);
        if (code is not null)
            ArgumentException.ThrowIfNullOrWhiteSpace(code);
        return new ThrottleFault(new TokenBucket(perSecond, burst), statusCode, code, headers);
    }

    /// <summary>Resets the connection (TCP RST, without a TLS close) instead of sending any byte of an answer.</summary>
    /// <param name="at">How far the request has got by then.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is not defined.</exception>
    public static Fault Reset(ResetPoint at) =>
        Enum.IsDefined(at) ? new ResetFault(at) : throw new ArgumentOutOfRangeException(nameof(at), at, "Not a reset point.");

    /// <summary>
    /// Sends the headers and the first half of the body, then closes the connection; the call is done. The close is orderly (TCP FIN), so the half
    /// is sure to arrive. An answer without a body is not sent at all: its connection is reset.
    /// </summary>
    public static Fault TruncateBody() => new TruncatedBodyFault();

    /// <summary>Does the call, and only then holds the whole answer back: who gives up waiting does not undo it.</summary>
    /// <param name="pause">How long, by the endpoint's clock.</param>
    public static Fault SlowHeaders(LatencyDistribution pause)
    {
        ArgumentNullException.ThrowIfNull(pause);
        return new SlowHeadersFault(pause);
    }

    /// <summary>Does the call, sends the headers, and holds the body back; an answer without a body goes at once.</summary>
    /// <param name="pause">How long, by the endpoint's clock.</param>
    public static Fault SlowBody(LatencyDistribution pause)
    {
        ArgumentNullException.ThrowIfNull(pause);
        return new SlowBodyFault(pause);
    }

    /// <summary>
    /// S3's 301 <c>PermanentRedirect</c> with <c>x-amz-bucket-region</c>, for requests signed for another region than the bucket's.
    /// </summary>
    /// <param name="bucketRegion">The region for which requests have to be signed to be spared.</param>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public static Fault PermanentRedirect(string bucketRegion) => new WrongRegionFault(bucketRegion, S3Errors.PermanentRedirect);

    /// <summary>
    /// S3's 400 <c>AuthorizationHeaderMalformed</c> with <c>x-amz-bucket-region</c>, for requests signed for another region than the bucket's.
    /// </summary>
    /// <param name="bucketRegion">The region for which requests have to be signed to be spared.</param>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public static Fault AuthorizationHeaderMalformed(string bucketRegion) =>
        new WrongRegionFault(bucketRegion, S3Errors.AuthorizationHeaderMalformed);

    /// <summary>S3's 307 <c>TemporaryRedirect</c>, whose <c>Location</c> is the request's own path and query at another endpoint.</summary>
    /// <param name="endpoint">Where to send it, such as another endpoint's <see cref="AwsEndpoint.Url"/>.</param>
    /// <exception cref="ArgumentException">It is not an absolute URL.</exception>
    public static Fault TemporaryRedirect(Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (!endpoint.IsAbsoluteUri)
            throw new ArgumentException($"'{endpoint}' is not an absolute URL, such as http://127.0.0.1:5000.", nameof(endpoint));
        return new TemporaryRedirectFault(endpoint);
    }

    private static void CheckStatus(int statusCode)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 599);
    }

    private static AwsError NewError(int statusCode, string code, string message, IReadOnlyDictionary<string, string>? headers)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentNullException.ThrowIfNull(message);
        return new(statusCode, code, message) { Headers = headers ?? AwsError.NoHeaders };
    }
}
