using AwsBatch.Benchmarks.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Benchmarks.Suites;

/// <summary>AwsBatch as an app registers it, sent to the endpoint.</summary>
internal static class AwsBatchProviders
{
    public static ServiceProvider Create(EndpointProcess endpoint, Action<AwsBatchOptions>? configure = null) => new ServiceCollection()
        .AddAwsBatch(options =>
        {
            options.EndpointUrl = endpoint.Url.AbsoluteUri;
            options.Region = SdkClients.Region;
            options.Credentials = SdkClients.Credentials;
            if (endpoint.Trust is { } trust)
                options.ConfigureHttp(handler => handler.SslOptions.RemoteCertificateValidationCallback = trust);
            configure?.Invoke(options);
        })
        .Services
        .BuildServiceProvider();
}
