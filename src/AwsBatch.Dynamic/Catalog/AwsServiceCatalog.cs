using System.Collections.Concurrent;
using System.Reflection;
using AwsBatch.Dynamic.Catalog;
using AwsBatch.Generators.Services;
using AwsBatch.Generators.Text;

namespace AwsBatch.Dynamic;

/// <summary>
/// The AWS services that requests can be made for: those whose SDK packages (<c>AWSSDK.*</c>) are at hand. Packages are
/// loaded when they are first needed. Safe for concurrent use.
/// </summary>
public sealed class AwsServiceCatalog
{
    private static readonly Lazy<AwsServiceCatalog> OfApp = new(static () => new AwsServiceCatalog(SdkPackage.OfApp()));

    private readonly SdkPackage[] packages;
    private readonly ConcurrentDictionary<string, AwsService> byName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, AwsService?> services = new(StringComparer.Ordinal);

    private AwsServiceCatalog(IEnumerable<SdkPackage> packages)
    {
        // Of two for one service the first holds.
        var bySuffix = new Dictionary<string, SdkPackage>(StringComparer.OrdinalIgnoreCase);
        foreach (var package in packages)
            bySuffix.TryAdd(package.Suffix, package);
        this.packages = [.. bySuffix.Values];
        Array.Sort(this.packages, static (one, other) => string.CompareOrdinal(one.Suffix, other.Suffix));
    }

    /// <summary>The services whose packages the app references.</summary>
    public static AwsServiceCatalog Default => OfApp.Value;

    /// <summary>The services, by name. Loads every package; those that cannot be loaded are left out.</summary>
    public IReadOnlyList<AwsService> Services =>
        [.. packages.Select(LoadableServiceOf).OfType<AwsService>().OrderBy(static service => service.Name, StringComparer.Ordinal)];

    /// <summary>The services' names, and those that packages without a service would give theirs. Loads no package.</summary>
    internal IEnumerable<string> Names => packages.Select(static package => package.Service);

    /// <summary>The services of some assemblies; those that are no SDK package of a service do not matter.</summary>
    public static AwsServiceCatalog Of(params IEnumerable<Assembly> assemblies)
    {
        ArgumentNullException.ThrowIfNull(assemblies);
        return new AwsServiceCatalog(assemblies.Select(SdkPackage.Find).OfType<SdkPackage>());
    }

    /// <summary>This catalogue and the packages (<c>AWSSDK.*.dll</c>) of a directory; of two for one service this catalogue's holds.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such directory.</exception>
    public AwsServiceCatalog With(string directory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        return new AwsServiceCatalog(packages.Concat(SdkPackage.In(directory)));
    }

    /// <summary>A service by its name in the AWS CLI or by its package's suffix, whatever the case; null if it is not at hand.</summary>
    /// <exception cref="BadImageFormatException">Its package cannot be loaded: it is no assembly, or none that fits the SDK's core.</exception>
    public AwsService? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (byName.TryGetValue(name, out var known))
            return known;
        var service = Search(name);
        // Only its own name: of others there is no end.
        if (service?.Name == name)
            byName.TryAdd(name, service);
        return service;
    }

    /// <summary>The service, or why there is none.</summary>
    internal AwsService Get(string name)
    {
        if (FindLoadable(name) is { } service)
            return service;
        if (ServiceNames.Find(name) is { } known)
            throw new InvalidRequestException("service", $"service '{name}' needs the package {known.Package}, which is not at hand.");

        var nearest = NearestNames.Find(name, ServiceNames.All.Select(static known => known.Name).Distinct());
        var hint = nearest.Count > 0 ? $"did you mean {string.Join(" or ", nearest)}?" : "services are named as the AWS CLI names them.";
        throw new InvalidRequestException("service", $"service '{name}' is not known; {hint}", nearest);
    }

    private AwsService? FindLoadable(string name)
    {
        try
        {
            return Find(name);
        }
        catch (BadImageFormatException exception)
        {
            throw new InvalidRequestException("service", $"service '{name}' has a package that cannot be loaded: {exception.Message}");
        }
    }

    private AwsService? LoadableServiceOf(SdkPackage package)
    {
        try
        {
            return ServiceOf(package);
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }

    private AwsService? Search(string name)
    {
        var suffix = ServiceNames.Find(name)?.Suffix ?? name;
        return Array.Find(packages, package => ServiceNames.Means(suffix, package.Suffix)) is { } package ? ServiceOf(package) : null;
    }

    // Whatever the platform says of a package that it cannot load, who asks hears one thing.
    private AwsService? ServiceOf(SdkPackage package)
    {
        try
        {
            return services.GetOrAdd(package.Suffix, _ => AwsService.Read(package));
        }
        catch (Exception exception) when (SdkPackage.CannotBeLoaded(exception))
        {
            throw new BadImageFormatException(exception.GetBaseException().Message, exception);
        }
    }
}
