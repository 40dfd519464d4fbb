using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Signing;

/// <summary>The error codes in which services say the same refusals differently.</summary>
/// <param name="Missing">No signature.</param>
/// <param name="Malformed">Not a signature.</param>
/// <param name="UnknownKey">Nobody's key.</param>
/// <param name="Mismatch">Signed with another secret, or another request.</param>
/// <param name="ExpiredToken">Temporary credentials past their time.</param>
/// <param name="Skewed">Signed too far from the endpoint's time: made of the two.</param>
internal sealed record SignatureErrors(
    AwsError Missing,
    AwsError Malformed,
    AwsError UnknownKey,
    AwsError Mismatch,
    AwsError ExpiredToken,
    Func<DateTimeOffset, DateTimeOffset, AwsError> Skewed)
{
    private static readonly AwsError Expired = new(403, "AccessDenied", "Request has expired");

    private static readonly AwsError DoesNotMatch = new(
        403,
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided. Check your key and signing method.");

    private static readonly AwsError BodyMismatch = new(
        400,
        "XAmzContentSHA256Mismatch",
        "The provided 'x-amz-content-sha256' header does not match what was computed.");

    private static readonly AwsError MissingToken = new(403, "MissingAuthenticationToken", "Missing Authentication Token");

    private static readonly AwsError Incomplete = new(
        400, "IncompleteSignature", "The Authorization header, or the date it is signed at, is missing or malformed.");

    public static SignatureErrors S3 { get; } = new(
        new(403, "AccessDenied", "Access Denied"),
        new(400, "AuthorizationHeaderMalformed", "The authorization header, its date or the chunked body is malformed."),
        new(403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records."),
        DoesNotMatch,
        new(400, "ExpiredToken", "The provided token has expired."),
        SkewErrors.RequestTimeTooSkewed);

    public static SignatureErrors Ec2 { get; } = new(
        MissingToken,
        Incomplete,
        new(401, "AuthFailure", "AWS was not able to validate the provided access credentials"),
        DoesNotMatch,
        SkewErrors.RequestExpired,
        (_, _) => SkewErrors.RequestExpired);

    /// <summary>The codes of services of the query protocol, such as STS, and of those that have left it, such as SQS.</summary>
    public static SignatureErrors Query { get; } = new(
        MissingToken,
        Incomplete,
        new(403, "InvalidClientTokenId", "The security token included in the request is invalid."),
        DoesNotMatch,
        new(403, "ExpiredToken", "The security token included in the request is expired"),
        (signedAt, now) => SkewErrors.InvalidSignature(signedAt, now) with { Code = "SignatureDoesNotMatch" });

    /// <summary>The codes of services of the REST protocols other than S3, such as Lambda.</summary>
    public static SignatureErrors Rest { get; } = new(
        MissingToken,
        Incomplete,
        new(403, "UnrecognizedClientException", "The security token included in the request is invalid."),
        DoesNotMatch with { Code = SkewErrors.InvalidSignatureCode },
        new(403, "ExpiredTokenException", "The security token included in the request is expired"),
        SkewErrors.InvalidSignature);

    /// <summary>The codes of services of the JSON protocols, such as DynamoDB, to which all of them are bad requests.</summary>
    public static SignatureErrors Json { get; } = new(
        AsBadRequest(MissingToken with { Code = "MissingAuthenticationTokenException" }),
        Incomplete with { Code = "IncompleteSignatureException" },
        AsBadRequest(Rest.UnknownKey),
        AsBadRequest(Rest.Mismatch),
        AsBadRequest(Rest.ExpiredToken),
        (signedAt, now) => AsBadRequest(SkewErrors.InvalidSignature(signedAt, now)));

    /// <param name="fault">Any but <see cref="SignatureFault.None"/>.</param>
    /// <param name="signature">What was refused, if it could be read.</param>
    /// <param name="now">The endpoint's time.</param>
    public AwsError For(SignatureFault fault, RequestSignature? signature, DateTimeOffset now) => fault switch
    {
        SignatureFault.Missing => Missing,
        SignatureFault.Malformed => Malformed,
        SignatureFault.UnknownKey => UnknownKey,
        SignatureFault.ExpiredToken => ExpiredToken,
        SignatureFault.Skewed => Skewed(signature?.SignedAt ?? now, now),
        SignatureFault.Expired => Expired,
        SignatureFault.BodyMismatch => BodyMismatch,
        _ => Mismatch,
    };

    private static AwsError AsBadRequest(AwsError error) => error with { StatusCode = 400 };
}
