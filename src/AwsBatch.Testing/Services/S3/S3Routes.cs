using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.S3;

/// <summary>
/// Names the operation of a request. What S3 does with a bucket or an object depends on a subresource in the query (<c>?tagging</c>), so all of
/// them are known here, implemented or not: none may be mistaken for a plain read or write.
/// </summary>
internal static class S3Routes
{
    // An entry without subresource is last of its method: it takes what no subresource claimed.
    private static readonly Dictionary<string, (string? Subresource, string Operation)[]> OfService = Table("""
        GET - ListBuckets
        """);

    private static readonly Dictionary<string, (string? Subresource, string Operation)[]> OfBucket = Table("""
        GET list-type ListObjectsV2
        GET abac GetBucketAbac
        GET accelerate GetBucketAccelerateConfiguration
        GET acl GetBucketAcl
        GET analytics GetBucketAnalyticsConfiguration
        GET cors GetBucketCors
        GET encryption GetBucketEncryption
        GET intelligent-tiering GetBucketIntelligentTieringConfiguration
        GET inventory GetBucketInventoryConfiguration
        GET lifecycle GetBucketLifecycleConfiguration
        GET location GetBucketLocation
        GET logging GetBucketLogging
        GET metadataConfiguration GetBucketMetadataConfiguration
        GET metadataTable GetBucketMetadataTableConfiguration
        GET metrics GetBucketMetricsConfiguration
        GET notification GetBucketNotificationConfiguration
        GET object-lock GetObjectLockConfiguration
        GET ownershipControls GetBucketOwnershipControls
        GET policy GetBucketPolicy
        GET policyStatus GetBucketPolicyStatus
        GET publicAccessBlock GetPublicAccessBlock
        GET replication GetBucketReplication
        GET requestPayment GetBucketRequestPayment
        GET session CreateSession
        GET tagging GetBucketTagging
        GET uploads ListMultipartUploads
        GET versioning GetBucketVersioning
        GET versions ListObjectVersions
        GET website GetBucketWebsite
        GET - ListObjects
        HEAD - HeadBucket
        PUT abac PutBucketAbac
        PUT accelerate PutBucketAccelerateConfiguration
        PUT acl PutBucketAcl
        PUT analytics PutBucketAnalyticsConfiguration
        PUT cors PutBucketCors
        PUT encryption PutBucketEncryption
        PUT intelligent-tiering PutBucketIntelligentTieringConfiguration
        PUT inventory PutBucketInventoryConfiguration
        PUT lifecycle PutBucketLifecycleConfiguration
        PUT logging PutBucketLogging
        PUT metadataInventoryTable UpdateBucketMetadataInventoryTableConfiguration
        PUT metadataJournalTable UpdateBucketMetadataJournalTableConfiguration
        PUT metrics PutBucketMetricsConfiguration
        PUT notification PutBucketNotificationConfiguration
        PUT object-lock PutObjectLockConfiguration
        PUT ownershipControls PutBucketOwnershipControls
        PUT policy PutBucketPolicy
        PUT publicAccessBlock PutPublicAccessBlock
        PUT replication PutBucketReplication
        PUT requestPayment PutBucketRequestPayment
        PUT tagging PutBucketTagging
        PUT versioning PutBucketVersioning
        PUT website PutBucketWebsite
        PUT - CreateBucket
        POST delete DeleteObjects
        POST metadataConfiguration CreateBucketMetadataConfiguration
        POST metadataTable CreateBucketMetadataTableConfiguration
        POST - PostObject
        DELETE analytics DeleteBucketAnalyticsConfiguration
        DELETE cors DeleteBucketCors
        DELETE encryption DeleteBucketEncryption
        DELETE intelligent-tiering DeleteBucketIntelligentTieringConfiguration
        DELETE inventory DeleteBucketInventoryConfiguration
        DELETE lifecycle DeleteBucketLifecycle
        DELETE metadataConfiguration DeleteBucketMetadataConfiguration
        DELETE metadataTable DeleteBucketMetadataTableConfiguration
        DELETE metrics DeleteBucketMetricsConfiguration
        DELETE ownershipControls DeleteBucketOwnershipControls
        DELETE policy DeleteBucketPolicy
        DELETE publicAccessBlock DeletePublicAccessBlock
        DELETE replication DeleteBucketReplication
        DELETE tagging DeleteBucketTagging
        DELETE website DeleteBucketWebsite
        DELETE - DeleteBucket
        """);

    private static readonly Dictionary<string, (string? Subresource, string Operation)[]> OfObject = Table("""
        GET acl GetObjectAcl
        GET attributes GetObjectAttributes
        GET legal-hold GetObjectLegalHold
        GET retention GetObjectRetention
        GET tagging GetObjectTagging
        GET torrent GetObjectTorrent
        GET uploadId ListParts
        GET - GetObject
        HEAD - HeadObject
        PUT acl PutObjectAcl
        PUT encryption UpdateObjectEncryption
        PUT legal-hold PutObjectLegalHold
        PUT renameObject RenameObject
        PUT retention PutObjectRetention
        PUT tagging PutObjectTagging
        PUT uploadId UploadPart
        PUT - PutObject
        POST restore RestoreObject
        POST select SelectObjectContent
        POST uploadId CompleteMultipartUpload
        POST uploads CreateMultipartUpload
        DELETE tagging DeleteObjectTagging
        DELETE uploadId AbortMultipartUpload
        DELETE - DeleteObject
        """);

    // Parameters that may stand empty without being a subresource.
    private static readonly HashSet<string> Parameters = new(StringComparer.Ordinal)
    {
        "continuation-token", "delimiter", "encoding-type", "fetch-owner", "marker", "max-keys", "prefix", "start-after", "versionId",
        "bucket-region", "max-buckets", "x-id", "partNumber",
    };

    /// <summary>The API's name of the operation; for an unheard-of one, its method and subresource.</summary>
    public static string Name(AwsRequest request, S3Address address)
    {
        var table = address.Bucket.Length == 0 ? OfService : address.Key.Length == 0 ? OfBucket : OfObject;
        foreach (var (subresource, operation) in table.GetValueOrDefault(request.Method, []))
        {
            if (subresource is null ? UnknownSubresource(request.Query) is null : request.Query.Contains(subresource))
                return Refine(operation, request);
        }
        return $"{request.Method}{(UnknownSubresource(request.Query) is { } unknown ? $" ?{unknown}" : "")}";
    }

    private static string Refine(string operation, AwsRequest request) => operation switch
    {
        "PutObject" when IsCopy(request) => "CopyObject",
        "UploadPart" when IsCopy(request) => "UploadPartCopy",
        "GetBucketAnalyticsConfiguration" when IsOfAll(request) => "ListBucketAnalyticsConfigurations",
        "GetBucketIntelligentTieringConfiguration" when IsOfAll(request) => "ListBucketIntelligentTieringConfigurations",
        "GetBucketInventoryConfiguration" when IsOfAll(request) => "ListBucketInventoryConfigurations",
        "GetBucketMetricsConfiguration" when IsOfAll(request) => "ListBucketMetricsConfigurations",
        _ => operation,
    };

    private static bool IsCopy(AwsRequest request) => request.Headers.ContainsKey(CopySource.Header);

    private static bool IsOfAll(AwsRequest request) => !request.Query.Contains("id");

    private static string? UnknownSubresource(QueryParameters query)
    {
        foreach (var (name, value) in query.Pairs)
        {
            if (value.Length == 0 && !Parameters.Contains(name))
                return name;
        }
        return null;
    }

    private static Dictionary<string, (string? Subresource, string Operation)[]> Table(string rows) => rows
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(row => row.Split(' '))
        .GroupBy(row => row[0], row => (row[1] == "-" ? null : row[1], row[2]), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
}
