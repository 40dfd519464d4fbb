namespace AwsBatch.Testing.Protocols;

/// <summary>EC2's flavour of the query protocol: form in, XML out.</summary>
internal sealed class Ec2QueryProtocol : IProtocol
{
    public const string ContentType = "text/xml;charset=UTF-8";

    public void Identify(AwsResponse response) => response.Headers["x-amzn-RequestId"] = response.RequestId;

    public void WriteError(AwsError error, AwsResponse response)
    {
        using var xml = response.OpenXml(ContentType);
        xml.WriteStartElement("Response");
        xml.WriteStartElement("Errors");
        xml.WriteStartElement("Error");
        xml.WriteElementString("Code", error.Code);
        xml.WriteElementString("Message", error.Message);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteElementString("RequestID", response.RequestId);
        xml.WriteEndElement();
    }
}
