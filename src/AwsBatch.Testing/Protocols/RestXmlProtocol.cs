namespace AwsBatch.Testing.Protocols;

/// <summary>S3's flavour of REST-XML.</summary>
internal sealed class RestXmlProtocol : IProtocol
{
    public const string ContentType = "application/xml";

    // Real S3 identifies the answering host with a value like this one; nothing in it is read by clients.
    private const string HostId = "ZW1iZWRkZWQtYXdzLWVuZHBvaW50";

    public void Identify(AwsResponse response)
    {
        response.Headers["x-amz-request-id"] = response.RequestId;
        response.Headers["x-amz-id-2"] = HostId;
    }

    public void WriteError(AwsError error, AwsResponse response)
    {
        using var xml = response.OpenXml(ContentType);
        xml.WriteStartElement("Error");
        xml.WriteElementString("Code", error.Code);
        xml.WriteElementString("Message", error.Message);
        foreach (var (name, value) in error.Details)
            xml.WriteElementString(name, value);
        xml.WriteElementString("RequestId", response.RequestId);
        xml.WriteElementString("HostId", HostId);
        xml.WriteEndElement();
    }
}
