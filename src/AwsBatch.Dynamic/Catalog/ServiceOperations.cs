using System.Collections.Frozen;
using System.Reflection;
using AwsBatch.Dynamic.Shapes;

namespace AwsBatch.Dynamic.Catalog;

/// <summary>The operations of a service, by each of their names.</summary>
internal sealed class ServiceOperations
{
    private readonly FrozenDictionary<string, AwsOperation> byName;
    private readonly FrozenDictionary<string, AwsOperation> byFoldedName;

    public ServiceOperations(AwsService service, Assembly assembly, string suffix, Type sdkInterface)
    {
        var shapes = PackageShapes.Of(assembly);
        AwsOperation[] operations = [.. ServiceInterface.Operations(sdkInterface).Select(method => AwsOperation.Read(service, sdkInterface, method, OperationNames.ApiName(suffix, ServiceInterface.NameOf(method)), shapes))];
        All = [.. operations.OrderBy(static operation => operation.Name, StringComparer.Ordinal)];

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

    /// <summary>By their API names.</summary>
    public IReadOnlyList<AwsOperation> All { get; }

    public IEnumerable<string> Names => byName.Keys;

    public AwsOperation? Find(string name) =>
        byName.TryGetValue(name, out var operation) || byFoldedName.TryGetValue(Fold(name), out operation) ? operation : null;

    private static string Fold(string name) => name.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
}
