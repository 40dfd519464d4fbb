using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.S3;

internal static class ListObjectsV2
{
    public static void Answer(S3Call call, AwsResponse response)
    {
        var bucket = call.Bucket;
        var query = call.Request.Query;
        var token = query["continuation-token"];
        var listing = ListingXml.For(call, token is null ? query["start-after"] : PageToken.Decode(token) ?? throw S3Errors.InvalidToken(token));
        var page = bucket.List(listing.Query);

        using var xml = S3Xml.Open(response, "ListBucketResult");
        listing.Echo(xml, bucket.Name, page);
        xml.Element("KeyCount", page.Objects.Count + page.CommonPrefixes.Count);
        xml.Optional("ContinuationToken", token);
        if (page.Next is not null)
            xml.Element("NextContinuationToken", PageToken.Encode(page.Next));
        if (query["start-after"] is { } startAfter)
            xml.Element("StartAfter", listing.Text(startAfter));
        listing.Entries(xml, page, query["fetch-owner"] == "true" ? call.S3.Account.Id : null);
    }
}
