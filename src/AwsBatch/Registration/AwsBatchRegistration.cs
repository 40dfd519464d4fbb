using System.ComponentModel;
using AwsBatch.Admission;
using AwsBatch.Clients;
using AwsBatch.Deduplication;
using AwsBatch.Execution;
using AwsBatch.Registration;
using AwsBatch.Retries;
using AwsBatch.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AwsBatch.CompilerServices;

/// <summary>What generated registrations call.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AwsBatchRegistration
{
    /// <summary>Adds the runtime core once, and each time one more delegate over its options.</summary>
    public static IAwsBatchBuilder AddCore(IServiceCollection services, Action<AwsBatchOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddLogging();
        services.AddHttpClient();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<AwsBatchOptions>, ConfigureAwsBatchOptions>());
        services.TryAddSingleton<Profiles>();
        services.TryAddSingleton<Accounts>();
        services.TryAddSingleton<TargetResolver>();
        services.TryAddSingleton<ClientFactory>();
        services.TryAddSingleton<ClientPools>();
        services.TryAddSingleton<AwsBatchTelemetry>();
        services.TryAddSingleton<IPerfStats, PerfStats>();
        services.TryAddSingleton<IRequestDeduplicator>(
            static provider => new RequestDeduplicator(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IQuota, LocalQuota>();
        services.TryAddSingleton<IWorkScheduler, ThreadPoolScheduler>();
        services.TryAddSingleton(static _ => new RetryPolicy(Random.Shared.NextDouble));
        services.TryAddSingleton(static provider => new MemoryGuard(
            provider.GetRequiredService<IOptions<AwsBatchOptions>>().Value.MemoryLimit, provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(static provider => new AnswerFlights(provider.GetRequiredService<TimeProvider>(), new Random()));
        services.TryAddSingleton<BucketRegions>();
        services.TryAddSingleton<BucketRouting>();
        services.TryAddSingleton<Core>();
        services.TryAddSingleton<BatchEngine>();
        services.TryAddSingleton<IAwsBatch, AwsBatchRunner>();
        services.TryAddSingleton(typeof(IBatchInvoker<>), typeof(BatchInvoker<>));
        if (configure is not null)
            services.Configure(configure);
        return new AwsBatchBuilder(services);
    }

    /// <summary>Adds a service's connections, once.</summary>
    public static void AddService(IServiceCollection services, BatchServiceDescriptor service)
    {
        ArgumentNullException.ThrowIfNull(service);
        AddService(services, service.Name, () => service);
    }

    /// <summary>Adds a service's connections, once; what is to be known of it besides its name is asked for when it is first used.</summary>
    /// <param name="services">The app's services.</param>
    /// <param name="name">The service as the AWS CLI names it.</param>
    /// <param name="describe">The service of that name.</param>
    public static void AddService(IServiceCollection services, string name, Func<BatchServiceDescriptor> describe)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(describe);
        if (services.Any(known => known.ImplementationInstance is RegisteredService registered && registered.Name == name))
            return;

        ServiceConnections.Add(services, name, describe);
    }

    /// <summary>Adds a batch interface and its generated implementation, once.</summary>
    public static void AddInterface<TInterface>(IServiceCollection services, Func<IBatchInvoker<TInterface>, TInterface> create)
        where TInterface : class
    {
        ArgumentNullException.ThrowIfNull(create);
        services.TryAddSingleton(provider => create(provider.GetRequiredService<IBatchInvoker<TInterface>>()));
    }

    /// <summary>Adds settings that another library of the app holds; the first source wins.</summary>
    public static void AddDefaults(IServiceCollection services, Func<IServiceProvider, AwsDefaults?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        services.TryAddSingleton(new AwsDefaultsSource(read));
    }

    private sealed class AwsBatchBuilder(IServiceCollection services) : IAwsBatchBuilder
    {
        public IServiceCollection Services => services;
    }
}
