namespace AwsBatch.Retries;

/// <summary>
/// Whether an error comes of a wrong clock, by AWS's clock skew correction of 2026. To correct it is the SDK's part: since
/// Core 4.1 it notes the difference from every answer, per endpoint, and signs the next request with it.
/// </summary>
internal static class ClockSkew
{
    /// <summary>AWS's specification: a smaller difference is not what a service refuses.</summary>
    public static readonly TimeSpan Threshold = TimeSpan.FromMinutes(4);

    /// <summary>AWS's specification: the date in the answer to a request that took longer says nothing.</summary>
    public static readonly TimeSpan LongestTrusted = TimeSpan.FromMinutes(15);

    /// <summary>Whether an error that a wrong clock may cause is caused by one.</summary>
    /// <param name="answer">The error.</param>
    /// <param name="signedAt">The time that the request was signed with, corrected or not: no matter what this side's clock says now.</param>
    /// <param name="elapsed">How long it took.</param>
    public static bool Explains(in ErrorAnswer answer, DateTimeOffset signedAt, TimeSpan elapsed) =>
        IsSuspect(answer) && Measure(answer.Date, signedAt + elapsed, elapsed)?.Duration() > Threshold;

    /// <summary>How far the service's clock is ahead of another; null if the answer does not tell.</summary>
    /// <param name="serviceDate">The date in the answer.</param>
    /// <param name="at">When it came, by the other clock.</param>
    /// <param name="elapsed">How long it took.</param>
    // The service is taken to have written its date half-way: the error is then at most half of the time it took.
    public static TimeSpan? Measure(DateTimeOffset? serviceDate, DateTimeOffset at, TimeSpan elapsed) =>
        elapsed > LongestTrusted ? null : serviceDate - (at - elapsed / 2);

    // AWS's specification, with the older RequestExpired and RequestInTheFuture as the SDK has them. S3 gives no code to HEAD.
    private static bool IsSuspect(in ErrorAnswer answer) => answer.Code switch
    {
        "InvalidSignatureException" or "SignatureDoesNotMatch" or "AuthFailure" or "RequestTimeTooSkewed"
            or "AccessDeniedException" or "RequestExpired" or "RequestInTheFuture" => true,
        null => answer.Status == System.Net.HttpStatusCode.Forbidden,
        _ => false,
    };
}
