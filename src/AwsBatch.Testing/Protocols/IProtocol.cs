namespace AwsBatch.Testing.Protocols;

/// <summary>What all operations of a service's wire protocol share: how answers are identified and how errors look.</summary>
internal interface IProtocol
{
    /// <summary>Adds the request id headers that every answer carries.</summary>
    void Identify(AwsResponse response);

    /// <summary>Writes the error's body and headers. The status is set already.</summary>
    void WriteError(AwsError error, AwsResponse response);
}
