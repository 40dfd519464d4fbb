using System.Globalization;
using System.Xml;
using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.S3;

/// <summary>How S3 writes its XML.</summary>
internal static class S3Xml
{
    private const string Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    public static XmlWriter Open(AwsResponse response, string root)
    {
        var xml = response.OpenXml(RestXmlProtocol.ContentType);
        xml.WriteStartElement(root, Namespace);
        return xml;
    }

    public static void Element(this XmlWriter xml, string name, string value) => xml.WriteElementString(name, value);

    public static void Element(this XmlWriter xml, string name, int value) =>
        xml.WriteElementString(name, value.ToString(CultureInfo.InvariantCulture));

    public static void Element(this XmlWriter xml, string name, bool value) => xml.WriteElementString(name, value ? "true" : "false");

    public static void Element(this XmlWriter xml, string name, DateTimeOffset value) =>
        xml.WriteElementString(name, Iso8601.Format(value));

    public static void Optional(this XmlWriter xml, string name, string? value)
    {
        if (value is not null)
            xml.WriteElementString(name, value);
    }

    public static void Owner(this XmlWriter xml, string account)
    {
        xml.WriteStartElement("Owner");
        xml.Element("ID", account);
        xml.WriteEndElement();
    }

    /// <summary>Reads a request's XML document.</summary>
    /// <exception cref="AwsErrorException">MalformedXML.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> body, Func<XmlReader, T> read)
    {
        try
        {
            using var stream = new MemoryStream(body.ToArray());
            using var reader = XmlReader.Create(stream, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                CheckCharacters = false,
                IgnoreComments = true,
            });
            return read(reader);
        }
        catch (Exception exception) when (exception is XmlException or FormatException or InvalidOperationException)
        {
            throw S3Errors.MalformedXml();
        }
    }
}
