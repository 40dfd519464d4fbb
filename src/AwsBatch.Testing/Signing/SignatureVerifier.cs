using System.Security.Cryptography;
using System.Text;
using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Signing;

/// <summary>Recomputes a request's Signature Version 4 and compares, as AWS does.</summary>
internal sealed class SignatureVerifier(AccessKeys accessKeys, TimeProvider clock)
{
    private const string S3 = "s3";
    private const string UnsignedPayload = "UNSIGNED-PAYLOAD";
    private const string StreamingPrefix = "STREAMING-";
    private const string SecurityToken = "X-Amz-Security-Token";

    public static readonly TimeSpan MaxSkew = TimeSpan.FromMinutes(15);

    /// <summary>Verifies the request, and decodes its body if that is chunked.</summary>
    public SignatureFault Verify(AwsRequest request, RequestSignature? signature)
    {
        if (!RequestSignature.IsPresent(request))
            return SignatureFault.Missing;
        if (signature is null || signature.SignedAt is not { } signedAt)
            return SignatureFault.Malformed;
        if (!accessKeys.TryFind(signature.Scope.AccessKey, out var accessKey)
            || !accessKey.Accepts(request.Header(SecurityToken) ?? request.Query[SecurityToken]))
        {
            return SignatureFault.UnknownKey;
        }
        if (TimeFault(signature, signedAt) is not SignatureFault.None and var timeFault)
            return timeFault;

        var payload = PayloadHash(request, signature);
        var isS3 = signature.Scope.Service == S3;
        var canonical = CanonicalRequest.Build(request, signature.SignedHeaders, payload, encodePathTwice: !isS3);
        var key = accessKey.SigningKeys.For(signature.Scope);
        var expected = StringToSign.Sign(key, StringToSign.OfRequest(signature.Timestamp, signature.Scope, canonical));
        if (!SameSignature(expected, signature.Signature))
            return SignatureFault.Mismatch;
        if (VerifyBody(request, signature, payload, key) is not SignatureFault.None and var bodyFault)
            return bodyFault;
        return accessKey.TryUse() ? SignatureFault.None : SignatureFault.ExpiredToken;
    }

    public static bool SameSignature(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));

    private SignatureFault TimeFault(RequestSignature signature, DateTimeOffset signedAt)
    {
        var age = clock.GetUtcNow() - signedAt;
        if (signature.Expires is { } lifetime)
            return age > lifetime ? SignatureFault.Expired : age < -MaxSkew ? SignatureFault.Skewed : SignatureFault.None;
        return age.Duration() > MaxSkew ? SignatureFault.Skewed : SignatureFault.None;
    }

    private static string PayloadHash(AwsRequest request, RequestSignature signature) =>
        request.Header("x-amz-content-sha256")
        ?? (signature.IsPresigned && signature.Scope.Service == S3 ? UnsignedPayload : Sha256.Hex(request.Body.Span));

    private static SignatureFault VerifyBody(AwsRequest request, RequestSignature signature, string payload, byte[] key)
    {
        if (payload == UnsignedPayload)
            return SignatureFault.None;
        if (payload.StartsWith(StreamingPrefix, StringComparison.Ordinal))
            return AwsChunkedBody.Decode(request, ChunkSignature.For(payload, signature, key));
        return SameSignature(Sha256.Hex(request.Body.Span), payload) ? SignatureFault.None : SignatureFault.BodyMismatch;
    }
}
