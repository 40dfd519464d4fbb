using System.Collections.Frozen;
using System.Reflection;
using AwsBatch.CompilerServices;
using AwsBatch.Dynamic.Catalog;
using AwsBatch.Dynamic.Core;
using AwsBatch.Dynamic.Shapes;
using AwsBatch.Generators.Services;
using AwsBatch.Generators.Text;

namespace AwsBatch.Dynamic;

/// <summary>An AWS service whose SDK package is at hand.</summary>
public sealed class AwsService
{
    private readonly FrozenDictionary<string, AwsOperation> byName;
    private readonly FrozenDictionary<string, AwsOperation> byFoldedName;

    private AwsService(string name, Assembly assembly, string suffix, Type sdkInterface)
    {
        Name = name;
        Package = assembly.GetName().Name!;
        Descriptor = ServiceDescriptors.Make(name, sdkInterface);
        var shapes = PackageShapes.Of(assembly);
        AwsOperation[] operations = [.. ServiceInterface.Operations(sdkInterface).Select(method => AwsOperation.Read(this, sdkInterface, method, OperationNames.ApiName(suffix, ServiceInterface.NameOf(method)), shapes))];
        Operations = [.. operations.OrderBy(static operation => operation.Name, StringComparer.Ordinal)];

        var names = operations
            .SelectMany(static operation => new[] { (operation.Name, operation), (Name: operation.SdkName, operation) })
            .Concat(OperationNames.Aliases(suffix).SelectMany(alias => operations
                .Where(operation => operation.Name == alias.Of)
                .Select(operation => (alias.Name, operation))))
            .DistinctBy(static entry => entry.Name)
            .ToList();
        byName = names.ToFrozenDictionary(static entry => entry.Name, static entry => entry.operation, StringComparer.Ordinal);
        byFoldedName = names
            .GroupBy(static entry => Fold(entry.Name), static entry => entry.operation)
            .Where(static group => group.Distinct().Count() == 1)
            .ToFrozenDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal);
    }

    /// <summary>The service as the AWS CLI names it.</summary>
    public string Name { get; }

    /// <summary>The SDK package, which is its assembly's name too.</summary>
    public string Package { get; }

    /// <summary>The service's operations, by their API names.</summary>
    public IReadOnlyList<AwsOperation> Operations { get; }

    internal BatchServiceDescriptor Descriptor { get; }

    /// <summary>
    /// An operation by its name in the API, in the SDK or in the AWS CLI, such as <c>HeadObject</c>,
    /// <c>GetObjectMetadata</c> or <c>head-object</c>; null if there is none.
    /// </summary>
    public AwsOperation? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return byName.TryGetValue(name, out var operation) || byFoldedName.TryGetValue(Fold(name), out operation) ? operation : null;
    }

    /// <summary>Null if the package has no service.</summary>
    internal static AwsService? Read(SdkPackage package)
    {
        if (ServiceInterface.Find(package.Assembly) is not { } sdkInterface)
            return null;
        var name = ServiceNames.Find(package.Suffix)?.Name ?? package.Suffix.ToLowerInvariant();
        return new AwsService(name, package.Assembly, package.Suffix, sdkInterface);
    }

    /// <summary>The operation, or why there is none.</summary>
    internal AwsOperation Get(string name)
    {
        if (Find(name) is { } operation)
            return operation;
        var nearest = NearestNames.Find(name, byName.Keys);
        var hint = nearest.Count > 0 ? $"did you mean {string.Join(" or ", nearest)}?" : $"it has {Operations.Count} others.";
        throw new InvalidRequestException("operation", $"operation '{name}' is not one of {Name}; {hint}", nearest);
    }

    private static string Fold(string name) => name.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
}
