using System.ComponentModel;
using Amazon.Runtime;

namespace AwsBatch.CompilerServices;

/// <summary>
/// Settings that another library of the app already holds, such as <c>AWSOptions</c>; they stand below the
/// <c>AwsBatch</c> section and the delegate of <c>AddAwsBatch</c>.
/// </summary>
/// <param name="Region">The system name of a region.</param>
/// <param name="Profile">A profile of the shared AWS files.</param>
/// <param name="Credentials">Credentials.</param>
/// <param name="EndpointUrl">The URL of a custom endpoint.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record AwsDefaults(string? Region, string? Profile, AWSCredentials? Credentials, string? EndpointUrl)
{
    // The compiler's own would print the credentials' type and, of some types, their keys.
    /// <inheritdoc/>
    public override string ToString() => $"{nameof(AwsDefaults)} {{ Region = {Region}, Profile = {Profile}, EndpointUrl = {EndpointUrl} }}";
}
