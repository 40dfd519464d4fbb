using System.Xml;
using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.S3.Multipart;

/// <summary>CompleteMultipartUpload and AbortMultipartUpload. Unlike S3's, parts may be smaller than 5 MiB.</summary>
internal static class CompleteMultipartUpload
{
    public static void Answer(S3Call call, AwsResponse response)
    {
        var bucket = call.Bucket;
        var upload = bucket.Uploads.Find(call);
        var parts = Named(upload, S3Xml.Read(call.Request.Body, Parse));
        var item = new StoredObject(
            upload.Key, Join(parts), ETagOf(parts), call.S3.Now(), upload.ContentType, upload.Headers, Checksum: null)
        {
            Parts = Array.ConvertAll(parts, part => part.Content.Length),
        };
        if (!bucket.Put(item, present => Preconditions.CheckWrite(call.Request, call.Key, present)))
            throw S3Errors.NoSuchBucket(bucket.Name);
        bucket.Uploads.End(call);

        using var xml = S3Xml.Open(response, "CompleteMultipartUploadResult");
        xml.Element("Location", $"/{bucket.Name}/{upload.Key}");
        xml.Element("Bucket", bucket.Name);
        xml.Element("Key", upload.Key);
        xml.Element("ETag", item.ETag);
    }

    public static void Abort(S3Call call, AwsResponse response)
    {
        var uploads = call.Bucket.Uploads;
        uploads.Find(call);
        uploads.End(call);
        response.StatusCode = 204;
    }

    private static UploadedPart[] Named(MultipartUpload upload, List<(int Number, string ETag)> wanted)
    {
        if (wanted.Count == 0)
            throw S3Errors.MalformedXml();
        for (var i = 1; i < wanted.Count; i++)
        {
            if (wanted[i].Number <= wanted[i - 1].Number)
                throw S3Errors.InvalidPartOrder();
        }
        return
        [
            .. wanted.Select(part => upload.TryGet(part.Number, out var found) && found.ETag.Trim('"') == part.ETag.Trim('"')
                ? found
                : throw S3Errors.InvalidPart(part.Number)),
        ];
    }

    private static byte[] Join(UploadedPart[] parts)
    {
        var content = new byte[parts.Sum(part => part.Content.Length)];
        var rest = content.AsMemory();
        foreach (var part in parts)
        {
            part.Content.CopyTo(rest);
            rest = rest[part.Content.Length..];
        }
        return content;
    }

    /// <summary>The MD5 of the parts' MD5s, and how many they are.</summary>
    private static string ETagOf(UploadedPart[] parts)
    {
        var md5 = StoredObject.Md5([.. parts.SelectMany(part => part.Md5)]);
        return $"\"{Convert.ToHexStringLower(md5)}-{parts.Length}\"";
    }

    private static List<(int Number, string ETag)> Parse(XmlReader xml)
    {
        var parts = new List<(int Number, string ETag)>();
        var (number, etag) = (0, "");
        while (!xml.EOF)
        {
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "PartNumber"): number = xml.ReadElementContentAsInt(); break;
                case (XmlNodeType.Element, "ETag"): etag = xml.ReadElementContentAsString(); break;
                case (XmlNodeType.EndElement, "Part"): parts.Add((number, etag)); xml.Read(); break;
                default: xml.Read(); break;
            }
        }
        return parts;
    }
}
