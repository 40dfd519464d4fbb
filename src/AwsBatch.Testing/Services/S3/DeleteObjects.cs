using System.Xml;
using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.S3;

/// <summary>DeleteObject and DeleteObjects. Deleting what is not there succeeds.</summary>
internal static class DeleteObjects
{
    private const int MaxKeys = 1000;

    public static void One(S3Call call, AwsResponse response)
    {
        var bucket = call.Bucket;
        var version = call.Request.Query["versionId"];
        if (IsOnly(version))
            bucket.Remove(call.Key, present => Preconditions.CheckMatch(call.Request.Header("If-Match"), call.Key, present));
        if (version is not null)
            response.Headers["x-amz-version-id"] = version;
        response.StatusCode = 204;
    }

    public static void Many(S3Call call, AwsResponse response)
    {
        var bucket = call.Bucket;
        Checksums.Verify(call.Request, StoredObject.Md5(call.Request.Body.Span));
        var (wanted, quiet) = S3Xml.Read(call.Request.Body, Parse);
        if (wanted.Count is 0 or > MaxKeys)
            throw S3Errors.MalformedXml();

        using var xml = S3Xml.Open(response, "DeleteResult");
        foreach (var (key, version, match) in wanted)
        {
            var refusal = IsOnly(version) ? Remove(bucket, key, match) : null;
            if (quiet && refusal is null)
                continue;
            xml.WriteStartElement(refusal is null ? "Deleted" : "Error");
            xml.Element("Key", key);
            xml.Optional("VersionId", version);
            xml.Optional("Code", refusal?.Code);
            xml.Optional("Message", refusal?.Message);
            xml.WriteEndElement();
        }
    }

    // What was never versioned has the version "null"; of another one there is nothing to delete.
    private static bool IsOnly(string? version) => version is null or "null";

    private static AwsError? Remove(Bucket bucket, string key, string? match)
    {
        try
        {
            bucket.Remove(key, present => Preconditions.CheckMatch(match, key, present));
            return null;
        }
        catch (AwsErrorException exception)
        {
            return exception.Error;
        }
    }

    private static (List<(string Key, string? Version, string? ETag)> Wanted, bool Quiet) Parse(XmlReader xml)
    {
        var wanted = new List<(string, string?, string?)>();
        var quiet = false;
        string? key = null, version = null, etag = null;
        while (!xml.EOF)
        {
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "Key"): key = xml.ReadElementContentAsString(); break;
                case (XmlNodeType.Element, "VersionId"): version = xml.ReadElementContentAsString(); break;
                case (XmlNodeType.Element, "ETag"): etag = xml.ReadElementContentAsString(); break;
                case (XmlNodeType.Element, "Quiet"): quiet = xml.ReadElementContentAsBoolean(); break;
                case (XmlNodeType.EndElement, "Object"):
                    wanted.Add((key ?? throw S3Errors.MalformedXml(), version, etag));
                    key = version = etag = null;
                    xml.Read();
                    break;
                default: xml.Read(); break;
            }
        }
        return (wanted, quiet);
    }
}
