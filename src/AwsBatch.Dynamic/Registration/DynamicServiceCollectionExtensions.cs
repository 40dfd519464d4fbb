using AwsBatch;
using AwsBatch.CompilerServices;
using AwsBatch.Dynamic;
using AwsBatch.Dynamic.Core;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers AwsBatch for requests known only at run time.</summary>
public static class DynamicServiceCollectionExtensions
{
    /// <summary>Adds the runtime core and the connections of every service at hand; idempotent.</summary>
    /// <param name="services">The app's services.</param>
    /// <param name="configure">Region, profile, credentials, endpoint and defaults.</param>
    /// <param name="catalog">The services at hand; the app's own packages unless given.</param>
    public static IAwsBatchBuilder AddAwsBatchDynamic(
        this IServiceCollection services, Action<AwsBatchOptions>? configure = null, AwsServiceCatalog? catalog = null) =>
        AwsBatchRegistration.AddCore(services, configure).AddDynamic(catalog);

    /// <summary>Adds the connections of every service at hand to what <c>AddAwsBatch</c> registered; idempotent.</summary>
    /// <param name="builder">What <c>AddAwsBatch</c> returned.</param>
    /// <param name="catalog">The services at hand; the app's own packages unless given.</param>
    public static IAwsBatchBuilder AddDynamic(this IAwsBatchBuilder builder, AwsServiceCatalog? catalog = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var known = catalog ?? AwsServiceCatalog.Default;
        foreach (var name in known.Names)
            AwsBatchRegistration.AddService(builder.Services, name, () => known.Get(name).Descriptor);
        return builder;
    }
}
