using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace AwsBatch.Clients;

/// <summary>Fills what a target leaves to inherit: from the options, its profile, and the environment.</summary>
internal sealed class TargetResolver(IOptions<AwsBatchOptions> options, Profiles profiles)
{
    private static readonly BatchTarget Inherited = new();
    private readonly ConcurrentDictionary<BatchTarget, BatchTarget> resolved = new();

    /// <exception cref="AwsBatchConfigurationException">There is no region, or it, the endpoint or the profile is wrong.</exception>
    public BatchTarget Resolve(BatchTarget? target)
    {
        var wanted = target ?? Inherited;
        return resolved.TryGetValue(wanted, out var known) ? known : resolved.GetOrAdd(wanted, Fill(wanted));
    }

    /// <summary>Forgets what no pool is left of.</summary>
    public void KeepOnly(HashSet<BatchTarget> filled)
    {
        foreach (var (wanted, known) in resolved)
        {
            if (!filled.Contains(known))
                resolved.TryRemove(wanted, out _);
        }
    }

    private BatchTarget Fill(BatchTarget target)
    {
        var settings = options.Value;
        var profile = Given(target.Profile) ?? Given(settings.Profile);
        return new BatchTarget
        {
            Profile = profile,
            Region = Regions.Checked(Given(target.Region) ?? Given(settings.Region) ?? RegionOf(profile) ?? throw NoRegion(profile)),
            EndpointUrl = Endpoint(target.EndpointUrl ?? settings.EndpointUrl),
        };
    }

    // An empty text is nothing given, as it is in the environment.
    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private string? RegionOf(string? profile) => profile is null ? Regions.OfEnvironment : profiles.RegionOf(profile);

    private static string? Endpoint(string? url)
    {
        if (url is null)
            return null;
        if (Uri.TryCreate(url, UriKind.Absolute, out var parsed)
            && (parsed.Scheme == Uri.UriSchemeHttp || parsed.Scheme == Uri.UriSchemeHttps)
            && parsed is { Query: "", Fragment: "" })
            return url;
        throw new AwsBatchConfigurationException(
            $"EndpointUrl '{url}' is not an absolute http or https URL without a query, such as http://localhost:4566.");
    }

    private static AwsBatchConfigurationException NoRegion(string? profile) => new(
        (profile is null ? "No AWS region is set" : $"No AWS region is set, and profile '{profile}' has none")
        + ": set AwsBatchOptions.Region or BatchTarget.Region, the configuration key AwsBatch:Region, AWS_REGION, or 'region' in the profile.");
}
