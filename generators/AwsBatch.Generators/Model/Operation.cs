namespace AwsBatch.Generators.Model;

/// <summary>An operation of a service as an SDK package offers it.</summary>
/// <param name="Name">In the service's API: what stats and errors say.</param>
/// <param name="SdkName">In the SDK; differs only where the SDK was renamed by hand.</param>
/// <param name="Request">The request type with <c>global::</c>.</param>
/// <param name="Response">The response type with <c>global::</c>.</param>
/// <param name="DocumentationId">The XML documentation id of the SDK's method.</param>
/// <param name="Streams">Whether the response holds an open stream, so that it must be consumed in its slot.</param>
/// <param name="Obsolete">Why the SDK calls it obsolete: empty without a reason, null if it does not.</param>
/// <param name="Paging">How its answers continue; null if it is not pageable.</param>
/// <param name="IsReadOnly">Whether it changes nothing, so that one answer can serve equal requests.</param>
/// <param name="Identity">By what its requests are the same; null if they are never taken for one another.</param>
/// <param name="Token">The idempotency token that the SDK would fill in; null if it has none.</param>
/// <param name="Body">The body that an attempt uses up; null if it has none.</param>
/// <param name="Conditions">The parameters by which a change asks for a state that its own success ends.</param>
/// <param name="EndpointParameter">
/// An expression of what of <c>request</c> its endpoint depends on, such as the bucket; null if nothing.
/// </param>
/// <param name="KeyParameters">What identifies a request in an error's line.</param>
internal sealed record Operation(
    string Name,
    string SdkName,
    string Request,
    string Response,
    string DocumentationId,
    bool Streams,
    string? Obsolete,
    Paging? Paging,
    bool IsReadOnly,
    RequestIdentity? Identity,
    IdempotencyToken? Token,
    RequestBody? Body,
    EquatableArray<string> Conditions,
    string? EndpointParameter,
    EquatableArray<KeyParameter> KeyParameters);

/// <summary>A property of a request that may be shown in an error.</summary>
/// <param name="Name">In the service's API.</param>
/// <param name="Property">In the SDK.</param>
internal sealed record KeyParameter(string Name, string Property);
