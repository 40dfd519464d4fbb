using System.Net;

namespace AwsBatch.Retries;

/// <summary>Reads from S3's refusal of a request in which region its bucket lies.</summary>
internal static class BucketRegion
{
    private const string Expecting = "expecting '";

    /// <param name="answer">The refusal.</param>
    /// <param name="used">The region that the request was signed for.</param>
    /// <returns>The bucket's region; null if the refusal is another, or does not say.</returns>
    public static string? CorrectionOf(in ErrorAnswer answer, string? used)
    {
        if (answer.Status is not (HttpStatusCode.MovedPermanently or HttpStatusCode.TemporaryRedirect
            or HttpStatusCode.PermanentRedirect or HttpStatusCode.BadRequest))
        {
            return null;
        }

        var region = answer.BucketRegion ?? (answer.Code == "AuthorizationHeaderMalformed" ? Quoted(answer.Exception.Message) : null);
        return region is not null && region != used && IsRegionName(region) ? region : null;
    }

    // "The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'"
    private static string? Quoted(string message)
    {
        var start = message.IndexOf(Expecting, StringComparison.Ordinal);
        if (start < 0)
            return null;

        start += Expecting.Length;
        var end = message.IndexOf('\'', start);
        return end < 0 ? null : message[start..end];
    }

    // It becomes part of a host name, so it must not be able to name another host.
    private static bool IsRegionName(string region) =>
        region.Length is > 0 and <= 63 && region.All(static letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
