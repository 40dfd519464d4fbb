using System.Globalization;
using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace AwsBatch.Pipeline;

/// <summary>
/// Makes the exception of an answer that is no success, by the SDK's unmarshaller. The SDK's chain makes the same, but throws it
/// anew in each of its handlers, which costs several times what the call does.
/// </summary>
internal static class ErrorReader
{
    // What is signed five minutes off is refused. The chain is to note the service's clock before that.
    private static readonly TimeSpan SmallSkew = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Whether the SDK's chain makes nothing of an answer but an exception: no other place to ask, no empty response, no
    /// note of the service's clock, and no log.
    /// </summary>
    /// <param name="context">The call.</param>
    /// <param name="data">The answer.</param>
    /// <param name="now">The time that a request to this endpoint is signed with.</param>
    public static bool Suits(IRequestContext context, ResponseData data, DateTime now) =>
        data.StatusCode >= HttpStatusCode.BadRequest
        && (data.StatusCode != HttpStatusCode.NotFound || !context.Request.Suppress404Exceptions)
        && AWSConfigs.LoggingConfig.LogTo == LoggingOptions.None
        && !ShowsOtherTime(data, now);

    /// <exception cref="AmazonClientException">What the unmarshaller throws in its place.</exception>
    public static Exception Read(IRequestContext context, ResponseData data, Stream stream)
    {
        using var reader = context.Unmarshaller.CreateContext(
            data, readEntireResponse: true, stream, context.Metrics, isException: true, context);
        try
        {
            return context.Unmarshaller.UnmarshallException(reader, new HttpErrorResponseException(data), data.StatusCode);
        }
        catch (Exception exception) when (exception is not (AmazonServiceException or AmazonClientException))
        {
            return new AmazonUnmarshallingException(
                data.GetHeaderValue("x-amzn-RequestId"), lastKnownLocation: null, reader.ResponseBody, exception, data.StatusCode);
        }
    }

    // What comes from a cache does not.
    private static bool ShowsOtherTime(ResponseData data, DateTime now) =>
        !data.IsHeaderPresent("Age")
        && DateTime.TryParseExact(
            data.GetHeaderValue("Date"), "r", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var date)
        && (date - now).Duration() > SmallSkew;
}
