using System.Globalization;
using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace AwsBatch.Retries;

/// <summary>The error that a service answered: its code, and the headers that say what to do about it.</summary>
internal readonly struct ErrorAnswer(AmazonServiceException exception)
{
    // The SDK's errors carry the HTTP answer as their cause.
    private readonly IWebResponseData? http = exception.Find<HttpErrorResponseException>()?.Response;

    public AmazonServiceException Exception => exception;

    /// <summary>The service's code; null if it gave none, as in an answer to HEAD.</summary>
    public string? Code => exception.ErrorCode is { Length: > 0 } code && code != exception.StatusCode.ToString() ? code : null;

    public HttpStatusCode Status => exception.StatusCode;

    public string? BucketRegion => Header("x-amz-bucket-region");

    /// <summary>The service's clock; null if the answer does not show it, or comes from a cache.</summary>
    public DateTimeOffset? Date => Header("Age") is null ? ParseDate(Header("Date")) : null;

    /// <summary>How long the service asks to wait; null if it does not, or not in a way to understand.</summary>
    /// <param name="now">This side's clock, for a date where the answer does not show the service's own.</param>
    public RetryAfter? RetryAfter(DateTimeOffset now)
    {
        if (ParseNumber(Header("x-amz-retry-after")) is { } milliseconds)
            return new RetryAfter(TimeSpan.FromMilliseconds(milliseconds), IsClamped: true);

        var header = Header("Retry-After");
        if (ParseNumber(header) is { } seconds)
            return new RetryAfter(TimeSpan.FromSeconds(seconds), IsClamped: false);
        if (ParseDate(header) is not { } until)
            return null;

        var wait = until - (Date ?? now);
        return new RetryAfter(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, IsClamped: false);
    }

    private static int? ParseNumber(string? header) =>
        int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTimeOffset? ParseDate(string? header) =>
        DateTimeOffset.TryParseExact(header, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    private string? Header(string name) => http?.GetHeaderValue(name) is { Length: > 0 } value ? value : null;
}
