using System.Net;

namespace AwsBatch.Retries;

/// <summary>
/// Gives redirects back to the core. The SDK's S3 client would follow a 307 by itself, below its retries and whatever
/// <c>AllowAutoRedirect</c> says: one attempt would be two requests. Without a place to go it makes an error of it.
/// </summary>
internal sealed class RedirectReturn : DelegatingHandler
{
    private const string BucketRegionHeader = "x-amz-bucket-region";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.TemporaryRedirect || response.Headers.Location is not { } location)
            return response;

        response.Headers.Location = null;
        if (!response.Headers.Contains(BucketRegionHeader) && RegionOf(location) is { } region)
            response.Headers.TryAddWithoutValidation(BucketRegionHeader, region);
        return response;
    }

    // bucket.s3.eu-west-1.amazonaws.com, bucket.s3-fips.dualstack.us-gov-west-1.amazonaws.com, or as S3 still writes it in
    // redirects, bucket.s3-eu-west-1.amazonaws.com.
    private static string? RegionOf(Uri location)
    {
        if (!location.IsAbsoluteUri)
            return null;

        var labels = location.Host.Split('.');
        var amazon = Array.LastIndexOf(labels, "amazonaws");
        if (amazon < 1)
            return null;

        var before = labels[amazon - 1];
        if (before.StartsWith("s3-", StringComparison.Ordinal))
            return LooksLikeRegion(before.AsSpan(3)) ? before[3..] : null;
        var service = labels.AsSpan(0, amazon - 1);
        if (service is [.., "dualstack"])
            service = service[..^1];
        return service is [.., "s3" or "s3-fips"] && LooksLikeRegion(before) ? before : null;
    }

    // To a new bucket S3 also redirects by names of its own, such as s3-gztb4pa9sq, and has had s3-external-1.
    private static bool LooksLikeRegion(ReadOnlySpan<char> name) => name.Count('-') >= 2 && char.IsAsciiDigit(name[^1]);
}
