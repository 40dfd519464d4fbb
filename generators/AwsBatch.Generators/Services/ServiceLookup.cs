using AwsBatch.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Services;

/// <summary>What the name in <c>[BatchService("…")]</c> stands for in a compilation.</summary>
internal abstract record ServiceLookup
{
    /// <summary>Finds a service by its name in the AWS CLI, or by the suffix of any referenced package.</summary>
    public static ServiceLookup Find(string name, Compilation compilation)
    {
        var known = ServiceNames.Find(name);
        foreach (var package in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (!package.Name.StartsWith(ServiceName.PackagePrefix, StringComparison.OrdinalIgnoreCase))
                continue;

            var suffix = package.Name.Substring(ServiceName.PackagePrefix.Length);
            if (ServiceNames.Means(known?.Suffix ?? name, suffix)
                && ServicePackage.Of(package) is { Interface: { } sdk } operations)
            {
                var service = new Service(operations.Name, sdk, operations.PathStyleConfig, operations.LeanClient);
                return new FoundService(service, operations);
            }
        }

        return known is null ? new UnknownService() : new UnreferencedService(known);
    }
}

/// <summary>The service and its operations.</summary>
internal sealed record FoundService(Service Service, ServicePackage Operations) : ServiceLookup;

/// <summary>A service of AWS whose package the compilation does not reference.</summary>
internal sealed record UnreferencedService(ServiceName Service) : ServiceLookup;

/// <summary>No service has that name.</summary>
internal sealed record UnknownService : ServiceLookup;
