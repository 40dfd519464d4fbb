using System.Globalization;
using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.S3;

/// <summary>The conditional headers, plain (If-Match) or of a copy's source (x-amz-copy-source-if-match).</summary>
internal static class Preconditions
{
    /// <exception cref="AwsErrorException">PreconditionFailed, or NotModified.</exception>
    public static void CheckRead(AwsRequest request, StoredObject item)
    {
        CheckUnchanged(request, item, prefix: "");
        if (Changed(request, item, prefix: "") is false)
            throw S3Errors.NotModified();
    }

    /// <exception cref="AwsErrorException">PreconditionFailed.</exception>
    public static void CheckCopySource(AwsRequest request, StoredObject item)
    {
        const string Prefix = "x-amz-copy-source-";
        CheckUnchanged(request, item, Prefix);
        if (Changed(request, item, Prefix) is false)
            throw S3Errors.PreconditionFailed(Prefix + "If-None-Match");
    }

    /// <exception cref="AwsErrorException">PreconditionFailed, or NoSuchKey.</exception>
    public static void CheckWrite(AwsRequest request, string key, StoredObject? present)
    {
        var none = request.Header("If-None-Match");
        if (none is not (null or "*"))
            throw S3Errors.HeaderNotImplemented("If-None-Match");
        if (none is not null && present is not null)
            throw S3Errors.PreconditionFailed("If-None-Match");
        CheckMatch(request.Header("If-Match"), key, present);
    }

    /// <summary>Checks that a key holds what a write or a delete expects there.</summary>
    /// <param name="match">The ETags expected, or <c>*</c> for any; null for no expectation.</param>
    /// <param name="key">The key.</param>
    /// <param name="present">What it holds now.</param>
    /// <exception cref="AwsErrorException">NoSuchKey or PreconditionFailed.</exception>
    public static void CheckMatch(string? match, string key, StoredObject? present)
    {
        if (match is null)
            return;
        if (present is null)
            throw S3Errors.NoSuchKey(key);
        if (!Matches(match, present))
            throw S3Errors.PreconditionFailed("If-Match");
    }

    private static void CheckUnchanged(AwsRequest request, StoredObject item, string prefix)
    {
        if (request.Header(prefix + "If-Match") is { } match)
        {
            if (!Matches(match, item))
                throw S3Errors.PreconditionFailed(prefix + "If-Match");
        }
        else if (Time(request, prefix + "If-Unmodified-Since") < item.LastModified)
        {
            throw S3Errors.PreconditionFailed(prefix + "If-Unmodified-Since");
        }
    }

    /// <summary>Whether the object differs from the one the client has; null if the client did not ask.</summary>
    private static bool? Changed(AwsRequest request, StoredObject item, string prefix) =>
        request.Header(prefix + "If-None-Match") is { } none ? !Matches(none, item)
        : Time(request, prefix + "If-Modified-Since") is { } since ? item.LastModified > since
        : null;

    private static bool Matches(string tags, StoredObject item) =>
        tags.Split(',', StringSplitOptions.TrimEntries).Any(tag => tag == "*" || tag.Trim('"') == item.ETag.Trim('"'));

    private static DateTimeOffset? Time(AwsRequest request, string header) =>
        DateTimeOffset.TryParse(request.Header(header), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
}
