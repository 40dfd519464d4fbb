using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.S3;

internal static class ListBuckets
{
    private const int MaxPage = 10_000;

    public static void Answer(S3Call call, AwsResponse response)
    {
        var query = call.Request.Query;
        var size = query.Number("max-buckets", 1, MaxPage, S3Errors.InvalidArgument);
        var prefix = query["prefix"] ?? "";
        var region = query["bucket-region"];
        var after = query["continuation-token"] is { Length: > 0 } token ? PageToken.Decode(token) ?? throw S3Errors.InvalidToken(token) : "";
        var buckets = call.S3.Buckets
            .Where(bucket => bucket.Name.StartsWith(prefix, StringComparison.Ordinal) && (region is null || bucket.Region == region))
            .Where(bucket => string.CompareOrdinal(bucket.Name, after) > 0)
            .OrderBy(bucket => bucket.Name, StringComparer.Ordinal)
            .ToList();
        var count = Math.Min(buckets.Count, size ?? MaxPage);

        using var xml = S3Xml.Open(response, "ListAllMyBucketsResult");
        xml.Owner(call.S3.Account.Id);
        xml.WriteStartElement("Buckets");
        foreach (var bucket in buckets.Take(count))
        {
            xml.WriteStartElement("Bucket");
            xml.Element("Name", bucket.Name);
            xml.Element("CreationDate", bucket.Created);
            xml.Element("BucketRegion", bucket.Region);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.Optional("Prefix", query["prefix"]);
        if (count < buckets.Count)
            xml.Element("ContinuationToken", PageToken.Encode(buckets[count - 1].Name));
    }
}
