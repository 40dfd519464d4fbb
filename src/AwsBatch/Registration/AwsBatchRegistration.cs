using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.CompilerServices;

/// <summary>What generated registrations call.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AwsBatchRegistration
{
    /// <summary>Adds the runtime core once, and one more delegate over its options.</summary>
    public static IAwsBatchBuilder AddCore(IServiceCollection services, Action<AwsBatchOptions>? configure) => throw null!;

    /// <summary>Adds a service's connection pool, once.</summary>
    public static void AddService(IServiceCollection services, BatchServiceDescriptor service) => throw null!;

    /// <summary>Adds a batch interface and its generated implementation, once.</summary>
    public static void AddInterface<TInterface>(IServiceCollection services, Func<IBatchInvoker<TInterface>, TInterface> create)
        where TInterface : class => throw null!;

    /// <summary>Adds settings that another library of the app holds, once.</summary>
    public static void AddDefaults(IServiceCollection services, Func<IServiceProvider, AwsDefaults?> read) => throw null!;
}
