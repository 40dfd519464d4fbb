using Amazon;
using Amazon.Runtime;
using AwsBatch.Admission;
using AwsBatch.CompilerServices;
using AwsBatch.Telemetry;
using Microsoft.Extensions.Options;

namespace AwsBatch.Clients;

/// <summary>Makes the SDK's client of a pool, its retries off and its HTTP from the service's connections.</summary>
internal sealed class ClientFactory(
    IOptions<AwsBatchOptions> options,
    Accounts accounts,
    IEnumerable<RegisteredService> services,
    IHttpMessageHandlerFactory handlers,
    AwsBatchTelemetry telemetry,
    IQuota quota,
    TimeProvider clock)
{
    public async Task<ClientPool> CreateAsync(BatchServiceDescriptor service, BatchTarget target)
    {
        // Without its registration a service would get the platform's own handler, which sends again unseen.
        if (services.All(registered => registered.Name != service.Name))
        {
            throw new AwsBatchConfigurationException(
                $"Service '{service.Name}' is not registered: call AddAwsBatch in a project that references the one with its batch interface, "
                + "or AddDynamic on what it returns for requests known only at run time.");
        }

        var credentials = await accounts.GetAsync(target.Profile).ConfigureAwait(false);
        var http = new PoolHttpClientFactory(service, handlers, clock);
        var config = CreateConfig(service, target, http);
        var limiter = new AdaptiveLimiter(LimiterSettings.Default(), clock);
        var gate = new PoolGate(limiter, quota.LeaseOf(new PoolKey(service.Name, target)));
        var pool = new ClientPool(target, CreateClient(service, credentials.ForClient, config, http), credentials, gate, clock);
        pool.Meter = telemetry.Watch(service, target, () => gate.Limit, () => pool.Parked);
        return pool;
    }

    private IAmazonService CreateClient(
        BatchServiceDescriptor service, AWSCredentials credentials, ClientConfig config, PoolHttpClientFactory http) =>
        options.Value.Pipeline == PipelineMode.Lean && LeanPipeline.Suits(config)
            ? service.CreateClient(credentials, config, () => new LeanPipeline(config, http.CreateInvoker(), clock))
            : service.CreateClient(credentials, config);

    // A fresh one for each client: the SDK's constructor writes into it.
    private ClientConfig CreateConfig(BatchServiceDescriptor service, BatchTarget target, PoolHttpClientFactory http)
    {
        var config = service.CreateConfig();
        // A profile may have endpoints; without its name the SDK looks into the environment's.
        if (target.Profile is { } profile)
            config.Profile = new Profile(profile);
        if ((target.EndpointUrl ?? config.ServiceURL) is { Length: > 0 } url)
        {
            config.ServiceURL = url;
            config.AuthenticationRegion = target.Region;
            service.UseCustomEndpoint(config);
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(target.Region);
        }

        options.Value.Apply(config);

        // The core is the one layer that retries. These are the SDK's two; the connections deal with the third.
        config.MaxErrorRetry = 0;
        config.MaxStaleConnectionRetries = 0;
        config.ThrottleRetries = false;
        config.AllowAutoRedirect = false;
        config.HttpClientFactory = http;
        RememberedEndpoints.Attach(config);
        return config;
    }
}
