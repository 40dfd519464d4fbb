using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using AwsBatch.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Services;

/// <summary>
/// The service of one SDK assembly and its operations, each read when it is first asked for. Kept per assembly symbol,
/// which the compiler carries from edit to edit: reading a package once is what makes an edit cheap.
/// </summary>
internal sealed class ServicePackage
{
    private static readonly ConditionalWeakTable<IAssemblySymbol, ServicePackage> Packages = new();

    private readonly ServiceName name;
    private readonly Dictionary<string, IMethodSymbol> methods;
    private readonly Dictionary<string, string> sdkNames = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Operation> operations = new(StringComparer.Ordinal);
    private readonly IdentityReader identities = new();
    private readonly bool endpointsDependOnRequest;

    private ServicePackage(IAssemblySymbol assembly)
    {
        Package = assembly.Name;
        var suffix = assembly.Name.Substring(ServiceName.PackagePrefix.Length);
        name = ServiceNames.Find(suffix) ?? new ServiceName(suffix.ToLowerInvariant(), suffix);
        var service = ServiceReader.FindInterface(assembly);
        methods = service is null ? [] : ServiceReader.FindOperations(service);
        Interface = service?.FullName();
        PathStyleConfig = service is null ? null : ServiceReader.FindPathStyleConfig(service);
        LeanClient = service is null ? null : EndpointReader.LeanClient(service);
        endpointsDependOnRequest = service is not null && EndpointReader.DependOnRequest(service);

        // Where an API name is another operation's SDK name, the SDK's counts.
        foreach (var sdkName in methods.Keys)
            sdkNames[ApiName(sdkName)] = sdkName;
        foreach (var sdkName in methods.Keys)
            sdkNames[sdkName] = sdkName;
    }

    /// <summary>As the AWS CLI names it, or by its package where the table does not know it: however a user writes it, it is one service.</summary>
    public string Name => name.Name;

    /// <summary>The assembly's name.</summary>
    public string Package { get; }

    /// <summary>The SDK's interface of the service with <c>global::</c>; null if the assembly has none.</summary>
    public string? Interface { get; }

    /// <summary>The configuration class with <c>global::</c>, if it knows path-style addresses.</summary>
    public string? PathStyleConfig { get; }

    /// <summary>The client that a lean pipeline can be attached to; null if there is none.</summary>
    public ServiceClient? LeanClient { get; }

    /// <summary>All names an operation may be called by: the SDK's and the API's.</summary>
    public IEnumerable<string> OperationNames => sdkNames.Keys;

    /// <summary>Whether it is the one package whose names were changed by hand.</summary>
    public bool IsS3 => name.Suffix == RenamedInS3.Suffix;

    public static ServicePackage Of(IAssemblySymbol assembly) =>
        Packages.GetValue(assembly, static assembly => new ServicePackage(assembly));

    /// <summary>An operation by its SDK or API name; null if the service has none of that name.</summary>
    public Operation? Find(string operation)
    {
        if (!sdkNames.TryGetValue(operation, out var sdkName))
            return null;
        return operations.TryGetValue(sdkName, out var known)
            ? known
            : operations.GetOrAdd(sdkName, ServiceReader.Read(methods[sdkName], ApiName(sdkName), name, identities, endpointsDependOnRequest));
    }

    private string ApiName(string sdkName) =>
        IsS3 && RenamedInS3.Operations.TryGetValue(sdkName, out var apiName) ? apiName : sdkName;
}
