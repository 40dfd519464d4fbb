namespace AwsBatch.Generators.Services;

/// <summary>A property of a response that becomes a property of the next request.</summary>
internal sealed record PageTokenPair(string Request, string Response);

/// <summary>
/// How answers continue, which SDK packages do not say: the conventions that AWS services follow. Only the SDK's names of
/// properties, so that whoever knows those of an operation can ask, from symbols or at run time.
/// </summary>
/// <remarks>
/// Not pages, on purpose: tokens inside a list of the response, as CloudFront's; two directions, as the
/// <c>NextForwardToken</c> of log events; positions in what never ends, as shard iterators.
/// </remarks>
internal static class PageTokens
{
    private const string ExclusiveStart = "ExclusiveStart";
    private const string LastEvaluated = "LastEvaluated";

    // The first that fits holds: where a response has a Next… as well, what is named as in the request only repeats the request's.
    private static readonly PageTokenPair[][] Conventions =
    [
        [new("NextToken", "NextToken")],
        [new("ContinuationToken", "NextContinuationToken")],
        [new("ContinuationToken", "NextToken")],
        [new("ContinuationToken", "ContinuationToken")],
        [new("KeyMarker", "NextKeyMarker"), new("VersionIdMarker", "NextVersionIdMarker")],
        [new("KeyMarker", "NextKeyMarker"), new("UploadIdMarker", "NextUploadIdMarker")],
        [new("PartNumberMarker", "NextPartNumberMarker")],
        [new("StartRecordName", "NextRecordName"), new("StartRecordType", "NextRecordType"), new("StartRecordIdentifier", "NextRecordIdentifier")],
        [new("DNSName", "NextDNSName"), new("HostedZoneId", "NextHostedZoneId")],
        [new("Marker", "NextMarker")],
        [new("Marker", "NextPageMarker")],
        [new("Marker", "Marker")],
        [new("NextMarker", "NextMarker")],
        [new("PageToken", "NextPageToken")],
        [new("NextPageToken", "NextPageToken")],
        [new("PaginationToken", "PaginationToken")],
        [new("Position", "Position")],
        [new("RequestItems", "UnprocessedKeys")],
    ];

    private static readonly string[] MoreFlags = ["IsTruncated", "Truncated", "HasMoreResults", "HasMoreStreams"];

    /// <summary>The pairs that together continue an operation; none if it is not pageable.</summary>
    /// <param name="request">The names of the request's properties that can be set.</param>
    /// <param name="response">The names of the response's properties.</param>
    public static IReadOnlyList<PageTokenPair> Find(ICollection<string> request, ICollection<string> response) =>
        Conventions.FirstOrDefault(pairs => pairs.All(pair => request.Contains(pair.Request) && response.Contains(pair.Response)))
        ?? FindLastEvaluated(request, response);

    /// <summary>The flag of a response that says whether more follows, whatever its token; null if it has none.</summary>
    public static string? FindMoreFlag(ICollection<string> response) => MoreFlags.FirstOrDefault(response.Contains);

    // DynamoDB: ExclusiveStartKey and LastEvaluatedKey, ExclusiveStartTableName and LastEvaluatedTableName.
    private static PageTokenPair[] FindLastEvaluated(ICollection<string> request, ICollection<string> response) => request
        .Where(name => name.StartsWith(ExclusiveStart, StringComparison.Ordinal))
        .Select(name => new PageTokenPair(name, $"{LastEvaluated}{name.Substring(ExclusiveStart.Length)}"))
        .Where(pair => response.Contains(pair.Response))
        .Take(1)
        .ToArray();
}
