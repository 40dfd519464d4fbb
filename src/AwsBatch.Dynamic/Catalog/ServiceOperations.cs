using System.Collections.Concurrent;
using System.Reflection;
using AwsBatch.Dynamic.Shapes;

namespace AwsBatch.Dynamic.Catalog;

/// <summary>
/// The operations of a service. One that is asked for by its own name is read alone; any other name takes a look at all of
/// them. Safe for concurrent use.
/// </summary>
internal sealed class ServiceOperations
{
    private readonly AwsService service;
    private readonly PackageShapes shapes;
    private readonly string suffix;
    private readonly Type sdkInterface;
    private readonly ConcurrentDictionary<string, AwsOperation> read = new(StringComparer.Ordinal);
    private readonly Lazy<OperationTable> table;

    public ServiceOperations(AwsService service, Assembly assembly, string suffix, Type sdkInterface)
    {
        this.service = service;
        this.suffix = suffix;
        this.sdkInterface = sdkInterface;
        shapes = PackageShapes.Of(assembly);
        table = new(() => new OperationTable(ServiceInterface.Operations(sdkInterface).Select(Read), OperationNames.Aliases(suffix)));
    }

    /// <summary>By their API names.</summary>
    public IReadOnlyList<AwsOperation> All => table.Value.All;

    public IEnumerable<string> Names => table.Value.Names;

    public AwsOperation? Find(string name) => FindAlone(name) ?? table.Value.Find(name);

    private AwsOperation? FindAlone(string name)
    {
        if (read.TryGetValue(name, out var known))
            return known;
        return OperationNames.SdkName(suffix, name) is { } sdkName && ServiceInterface.FindOperation(sdkInterface, sdkName) is { } method
            ? Read(method)
            : null;
    }

    private AwsOperation Read(MethodInfo method)
    {
        var name = OperationNames.ApiName(suffix, ServiceInterface.NameOf(method));
        return read.TryGetValue(name, out var known) ? known : read.GetOrAdd(name, AwsOperation.Read(service, sdkInterface, method, name, shapes));
    }
}
