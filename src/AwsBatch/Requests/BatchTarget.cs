namespace AwsBatch;

/// <summary>
/// Where a request goes: account, region and endpoint. A property left null inherits, from the request's batch to its
/// interface to <see cref="AwsBatchOptions"/>. Requests of different targets use different pools.
/// </summary>
public sealed record BatchTarget
{
    /// <summary>The system name of a region, such as <c>eu-west-1</c>.</summary>
    public string? Region { get; init; }

    /// <summary>
    /// A profile of the shared AWS config and credentials files, or a name that <see cref="AwsBatchOptions.ProfileCredentials"/>
    /// knows; it names the account.
    /// </summary>
    public string? Profile { get; init; }

    /// <summary>An absolute <c>http</c> or <c>https</c> URL that replaces the service's own endpoint.</summary>
    public string? EndpointUrl { get; init; }

    internal BatchTarget Over(BatchTarget? fallback) => fallback is null
        ? this
        : new BatchTarget
        {
            Region = Region ?? fallback.Region,
            Profile = Profile ?? fallback.Profile,
            EndpointUrl = EndpointUrl ?? fallback.EndpointUrl,
        };
}
