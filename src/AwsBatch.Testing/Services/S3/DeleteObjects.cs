using System.Xml;
using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.S3;

/// <summary>DeleteObject and DeleteObjects. Deleting what is not there succeeds.</summary>
internal static class DeleteObjects
{
    private const int MaxKeys = 1000;

    public static void One(S3Call call, AwsResponse response)
    {
        call.Bucket.Remove(call.Key);
        response.StatusCode = 204;
    }

    public static void Many(S3Call call, AwsResponse response)
    {
        var bucket = call.Bucket;
        Checksums.Verify(call.Request, StoredObject.Md5(call.Request.Body.Span));
        var (keys, quiet) = S3Xml.Read(call.Request.Body, Parse);
        if (keys.Count is 0 or > MaxKeys)
            throw S3Errors.MalformedXml();

        using var xml = S3Xml.Open(response, "DeleteResult");
        foreach (var key in keys)
        {
            bucket.Remove(key);
            if (quiet)
                continue;
            xml.WriteStartElement("Deleted");
            xml.Element("Key", key);
            xml.WriteEndElement();
        }
    }

    private static (List<string> Keys, bool Quiet) Parse(XmlReader xml)
    {
        var keys = new List<string>();
        var quiet = false;
        while (!xml.EOF)
        {
            switch (xml.NodeType == XmlNodeType.Element ? xml.LocalName : "")
            {
                case "Key": keys.Add(xml.ReadElementContentAsString()); break;
                case "Quiet": quiet = xml.ReadElementContentAsBoolean(); break;
                default: xml.Read(); break;
            }
        }
        return (keys, quiet);
    }
}
