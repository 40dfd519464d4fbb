namespace AwsBatch.Testing.Protocols;

/// <summary>The query protocol's errors, which XML clients of any service read.</summary>
internal sealed class QueryProtocol : IProtocol
{
    public const string ContentType = "text/xml";

    public void Identify(AwsResponse response) => response.Headers["x-amzn-RequestId"] = response.RequestId;

    public void WriteError(AwsError error, AwsResponse response)
    {
        using var xml = response.OpenXml(ContentType);
        xml.WriteStartElement("ErrorResponse");
        xml.WriteStartElement("Error");
        xml.WriteElementString("Type", error.StatusCode < 500 ? "Sender" : "Receiver");
        xml.WriteElementString("Code", error.Code);
        xml.WriteElementString("Message", error.Message);
        xml.WriteEndElement();
        xml.WriteElementString("RequestId", response.RequestId);
        xml.WriteEndElement();
    }
}
