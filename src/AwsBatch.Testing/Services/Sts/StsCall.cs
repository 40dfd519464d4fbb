using System.Xml;
using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.Sts;

/// <summary>Writes what is in the answer's result element.</summary>
internal delegate void StsOperation(StsCall call, XmlWriter answer);

/// <summary>One call of an STS operation: its form parameters, whose key signed it, and its answer's frame.</summary>
internal sealed class StsCall(
    RoleSessions sessions, QueryParameters parameters, string accessKey, string action, string operation, StsOperation answer)
    : AwsCall(operation)
{
    private const string Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    public RoleSessions Sessions => sessions;

    public string AccessKey => accessKey;

    public override ValueTask AnswerAsync(AwsResponse response, CancellationToken cancellationToken)
    {
        using var xml = response.OpenXml(QueryProtocol.ContentType);
        xml.WriteStartElement(action + "Response", Namespace);
        xml.WriteStartElement(action + "Result");
        answer(this, xml);
        xml.WriteEndElement();
        xml.WriteStartElement("ResponseMetadata");
        xml.WriteElementString("RequestId", response.RequestId);
        xml.WriteEndElement();
        xml.WriteEndElement();
        return default;
    }

    /// <exception cref="AwsErrorException">ValidationError.</exception>
    public string Required(string name) => parameters[name] is { Length: > 0 } value ? value : throw StsErrors.Missing(name);

    public int? Number(string name, int min, int max) => parameters.Number(
        name, min, max, (parameter, value) => StsErrors.Invalid(parameter, value, $"Member must have value between {min} and {max}"));
}
