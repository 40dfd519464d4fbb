using System.Globalization;
using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Signing;

/// <summary>How services say that a request was signed too far from their own time; clients read the server's time out of it.</summary>
internal static class SkewErrors
{
    /// <summary>What most services call any signature that does not hold.</summary>
    public const string InvalidSignatureCode = "InvalidSignatureException";

    /// <summary>EC2 says the same of expired credentials.</summary>
    public static AwsError RequestExpired { get; } = new(400, "RequestExpired", "Request has expired.");

    /// <summary>S3 names both times.</summary>
    public static AwsError RequestTimeTooSkewed(DateTimeOffset signedAt, DateTimeOffset now) => new(
        403,
        "RequestTimeTooSkewed",
        "The difference between the request time and the current time is too large.",
        ("RequestTime", Compact(signedAt)),
        ("ServerTime", now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        ("MaxAllowedSkewMilliseconds", SignatureVerifier.MaxSkew.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Most services name the server's time in brackets.</summary>
    public static AwsError InvalidSignature(DateTimeOffset signedAt, DateTimeOffset now)
    {
        var (signed, server, minutes) = (Compact(signedAt), Compact(now), SignatureVerifier.MaxSkew.TotalMinutes);
        return new(403, InvalidSignatureCode, signedAt < now
            ? $"Signature expired: {signed} is now earlier than {Compact(now - SignatureVerifier.MaxSkew)} ({server} - {minutes} min.)"
            : $"Signature not yet current: {signed} is still later than {Compact(now + SignatureVerifier.MaxSkew)} ({server} + {minutes} min.)");
    }

    private static string Compact(DateTimeOffset time) => time.ToString(RequestSignature.TimestampFormat, CultureInfo.InvariantCulture);
}
