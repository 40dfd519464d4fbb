using System.Xml;
using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.S3;

/// <summary>What both versions of ListObjects share.</summary>
internal sealed class ListingXml
{
    private const int MaxPage = 1000;

    private readonly QueryParameters parameters;
    private readonly bool encoded;

    private ListingXml(QueryParameters parameters, string after)
    {
        this.parameters = parameters;
        var maxKeys = parameters.Number("max-keys", 0, int.MaxValue, S3Errors.InvalidArgument) ?? MaxPage;
        Query = new(parameters["prefix"] ?? "", parameters["delimiter"] ?? "", after, Math.Min(maxKeys, MaxPage));
        encoded = parameters["encoding-type"] switch
        {
            null or "" => false,
            "url" => true,
            var other => throw S3Errors.InvalidArgument("encoding-type", other),
        };
    }

    public ListingQuery Query { get; }

    public static ListingXml For(S3Call call, string? after) => new(call.Request.Query, after ?? "");

    /// <summary>A key as the client asked for it: plain, or URL-encoded as in a form.</summary>
    public string Text(string key) =>
        encoded
            ? Uri.EscapeDataString(key).Replace("%20", "+", StringComparison.Ordinal).Replace("%2F", "/", StringComparison.Ordinal)
            : key;

    public void Echo(XmlWriter xml, string bucket, ListingPage page)
    {
        xml.Element("Name", bucket);
        xml.Element("Prefix", Text(Query.Prefix));
        if (Query.Delimiter.Length > 0)
            xml.Element("Delimiter", Text(Query.Delimiter));
        xml.Element("MaxKeys", Query.MaxKeys);
        xml.Optional("EncodingType", encoded ? parameters["encoding-type"] : null);
        xml.Element("IsTruncated", page.Next is not null);
    }

    public void Entries(XmlWriter xml, ListingPage page, string? owner)
    {
        foreach (var item in page.Objects)
        {
            xml.WriteStartElement("Contents");
            xml.Element("Key", Text(item.Key));
            xml.Element("LastModified", item.LastModified);
            xml.Element("ETag", item.ETag);
            xml.Element("Size", item.Content.Length);
            xml.Element("StorageClass", "STANDARD");
            if (owner is not null)
                xml.Owner(owner);
            xml.WriteEndElement();
        }
        foreach (var prefix in page.CommonPrefixes)
        {
            xml.WriteStartElement("CommonPrefixes");
            xml.Element("Prefix", Text(prefix));
            xml.WriteEndElement();
        }
    }
}
