using AwsBatch.Dynamic;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Cli.Running;

/// <summary>The runtime core, as the command line and the environment set it up.</summary>
internal static class AwsServices
{
    private const string EndpointUrl = "AWS_ENDPOINT_URL";

    /// <param name="catalog">The services at hand.</param>
    /// <param name="region">Null: the environment's, then the profile's.</param>
    /// <param name="profile">Null: the environment's.</param>
    /// <param name="endpointUrl">Null: the environment's, or AWS.</param>
    public static ServiceProvider Create(AwsServiceCatalog catalog, string? region, string? profile, string? endpointUrl) =>
        new ServiceCollection()
            .AddAwsBatchDynamic(
                options =>
                {
                    // As the AWS CLI reads its environment, which knows one more name than the SDK does.
                    options.Region = region ?? Variable("AWS_REGION") ?? Variable("AWS_DEFAULT_REGION");
                    options.Profile = profile;
                    options.EndpointUrl = endpointUrl ?? (SaysMoreOfEndpoints() ? null : Variable(EndpointUrl));
                },
                catalog)
            .Services
            .BuildServiceProvider();

    // A service may have an endpoint of its own, or none of these count: which, the SDK knows.
    private static bool SaysMoreOfEndpoints() => Environment.GetEnvironmentVariables().Keys.Cast<string>()
        .Any(static name => name.StartsWith(EndpointUrl + "_", StringComparison.Ordinal) || name == "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS");

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
