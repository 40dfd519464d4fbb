using AwsBatch.CompilerServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AwsBatch.Registration;

/// <summary>Fills the options before any delegate runs: what another library holds, then the configuration section.</summary>
internal sealed class ConfigureAwsBatchOptions(IServiceProvider services) : IConfigureOptions<AwsBatchOptions>
{
    public void Configure(AwsBatchOptions options)
    {
        if (services.GetService<AwsDefaultsSource>()?.Read(services) is { } defaults)
        {
            options.Region = defaults.Region ?? options.Region;
            options.Profile = defaults.Profile ?? options.Profile;
            options.Credentials = defaults.Credentials ?? options.Credentials;
            options.EndpointUrl = defaults.EndpointUrl ?? options.EndpointUrl;
        }

        if (services.GetService<IConfiguration>() is { } configuration)
            AwsBatchSettings.Apply(configuration, options);
    }
}

/// <summary>Where <see cref="AwsDefaults"/> come from.</summary>
internal sealed record AwsDefaultsSource(Func<IServiceProvider, AwsDefaults?> Read);
