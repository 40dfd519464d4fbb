using System.Globalization;
using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Signing;

/// <summary>The signature that came with a request, in its header or, presigned, in its query.</summary>
internal sealed record RequestSignature(
    CredentialScope Scope, string Timestamp, string[] SignedHeaders, string Signature, TimeSpan? Expires)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";
    public const string QuerySignature = "X-Amz-Signature";

    public const string TimestampFormat = "yyyyMMdd'T'HHmmss'Z'";

    public bool IsPresigned => Expires is not null;

    /// <summary>When it was signed, or null if the timestamp is malformed or contradicts the scope.</summary>
    public DateTimeOffset? SignedAt =>
        Timestamp.StartsWith(Scope.Day, StringComparison.Ordinal)
        && DateTimeOffset.TryParseExact(
            Timestamp, TimestampFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;

    public static bool IsPresent(AwsRequest request) =>
        request.Headers.ContainsKey("Authorization") || request.Query.Contains(QuerySignature);

    /// <summary>The signature, or null if there is none or it is malformed.</summary>
    public static RequestSignature? TryRead(AwsRequest request) =>
        request.Header("Authorization") is { } header ? FromHeader(header, request) : FromQuery(request.Query);

    private static RequestSignature? FromHeader(string authorization, AwsRequest request)
    {
        if (!authorization.StartsWith(Algorithm + " ", StringComparison.Ordinal))
            return null;
        string? credential = null, signedHeaders = null, signature = null;
        foreach (var part in authorization[(Algorithm.Length + 1)..].Split(',', StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=');
            var value = part[(equals + 1)..];
            switch (equals < 0 ? "" : part[..equals])
            {
                case "Credential": credential = value; break;
                case "SignedHeaders": signedHeaders = value; break;
                case "Signature": signature = value; break;
            }
        }
        return Create(credential, request.Header("x-amz-date"), signedHeaders, signature, expires: null);
    }

    private static RequestSignature? FromQuery(QueryParameters query) =>
        query["X-Amz-Algorithm"] == Algorithm && int.TryParse(query["X-Amz-Expires"], CultureInfo.InvariantCulture, out var seconds)
            ? Create(
                query["X-Amz-Credential"],
                query["X-Amz-Date"],
                query["X-Amz-SignedHeaders"],
                query[QuerySignature],
                TimeSpan.FromSeconds(seconds))
            : null;

    private static RequestSignature? Create(string? credential, string? timestamp, string? signedHeaders, string? signature, TimeSpan? expires)
    {
        if (credential is null || timestamp is null || signedHeaders is null || signature is null)
            return null;
        var headers = signedHeaders.Split(';');
        return CredentialScope.TryParse(credential) is { } scope && headers.Contains("host")
            ? new(scope, timestamp, headers, signature, expires)
            : null;
    }
}
