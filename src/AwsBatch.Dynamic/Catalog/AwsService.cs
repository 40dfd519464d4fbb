using System.Reflection;
using AwsBatch.CompilerServices;
using AwsBatch.Dynamic.Catalog;
using AwsBatch.Dynamic.Core;
using AwsBatch.Generators.Services;
using AwsBatch.Generators.Text;

namespace AwsBatch.Dynamic;

/// <summary>An AWS service whose SDK package is at hand.</summary>
public sealed class AwsService
{
    // Where no name is near, so many are listed.
    private const int MostTold = 8;

    // Read when the first is asked for: an app has more services than it uses.
    private readonly Lazy<ServiceOperations> operations;

    private AwsService(string name, Assembly assembly, string suffix, Type sdkInterface)
    {
        Name = name;
        Package = assembly.GetName().Name!;
        Descriptor = ServiceDescriptors.Make(name, sdkInterface);
        operations = new(() => new ServiceOperations(this, assembly, suffix, sdkInterface));
    }

    /// <summary>The service as the AWS CLI names it.</summary>
    public string Name { get; }

    /// <summary>The SDK package, which is its assembly's name too.</summary>
    public string Package { get; }

    /// <summary>The service's operations, by their API names.</summary>
    public IReadOnlyList<AwsOperation> Operations => operations.Value.All;

    internal BatchServiceDescriptor Descriptor { get; }

    /// <summary>
    /// An operation by its name in the API, in the SDK or in the AWS CLI, such as <c>HeadObject</c>,
    /// <c>GetObjectMetadata</c> or <c>head-object</c>; null if there is none.
    /// </summary>
    public AwsOperation? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return operations.Value.Find(name);
    }

    /// <summary>Null if the package has no service.</summary>
    internal static AwsService? Read(SdkPackage package)
    {
        if (ServiceInterface.Find(package.Assembly) is not { } sdkInterface)
            return null;
        return new AwsService(package.Service, package.Assembly, package.Suffix, sdkInterface);
    }

    /// <summary>The operation, or why there is none.</summary>
    internal AwsOperation Get(string name)
    {
        if (Find(name) is { } operation)
            return operation;
        var nearest = NearestNames.Find(name, operations.Value.Names);
        var hint = nearest.Count > 0 ? $"did you mean {string.Join(" or ", nearest)}?"
            : Operations.Count <= MostTold ? $"it has {string.Join(", ", Operations.Select(static operation => operation.Name))}."
            : $"it has {Operations.Count} others.";
        throw new InvalidRequestException("operation", $"operation '{name}' is not one of {Name}; {hint}", nearest);
    }
}
