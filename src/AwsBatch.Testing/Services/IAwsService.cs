using AwsBatch.Testing.Protocols;
using AwsBatch.Testing.Signing;

namespace AwsBatch.Testing.Services;

/// <summary>One AWS service: what it recognises, what it implements, and how it speaks. A new service is a new folder beside this file.</summary>
internal interface IAwsService
{
    /// <summary>The name in a credential scope and before the colon of <c>s3:HeadObject</c>.</summary>
    string Name { get; }

    /// <summary>The operations it implements, as <c>s3:HeadObject</c>.</summary>
    IEnumerable<string> Operations { get; }

    IProtocol Protocol { get; }

    SignatureErrors SignatureErrors { get; }

    /// <summary>What it answers to a caller that is too fast.</summary>
    AwsError Throttled { get; }

    /// <summary>Whether a request cannot be recognised by its head alone.</summary>
    bool NamesOperationInBody { get; }

    /// <summary>Whether a request whose signature does not say so is meant for this service.</summary>
    bool LooksLikeMine(AwsRequest request);

    /// <summary>Says which operation a request asks for. Never fails: what it cannot answer it still names.</summary>
    AwsCall Recognise(AwsRequest request);
}
