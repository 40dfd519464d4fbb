using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.S3;

internal static class ListObjects
{
    public static void Answer(S3Call call, AwsResponse response)
    {
        var bucket = call.Bucket;
        var marker = call.Request.Query["marker"];
        var listing = ListingXml.For(call, marker);
        var page = bucket.List(listing.Query);

        using var xml = S3Xml.Open(response, "ListBucketResult");
        listing.Echo(xml, bucket.Name, page);
        xml.Element("Marker", listing.Text(marker ?? ""));
        // Without a delimiter the client goes on from the last key; S3 then says no marker.
        if (page.Next is not null && listing.Query.Delimiter.Length > 0)
            xml.Element("NextMarker", listing.Text(page.Next));
        listing.Entries(xml, page, call.S3.Account.Id);
    }
}
