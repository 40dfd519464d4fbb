using System.Reflection;
using Amazon.Runtime;
using AwsBatch.Dynamic.Shapes;

namespace AwsBatch.Dynamic.Catalog;

/// <summary>Reads what SDK packages have in common, whatever the service.</summary>
internal static class ServiceInterface
{
    /// <summary>What the name of each begins with.</summary>
    public const string Prefix = "IAmazon";

    private const string Async = "Async";

    /// <summary>The public <c>IAmazon…</c> interface that is an <see cref="IAmazonService"/>; null if the assembly has none.</summary>
    public static Type? Find(Assembly assembly)
    {
        // Most have the package's name: to look at each of thousands of types takes a start longer than all the rest.
        var suffix = SdkType.PackageSuffix(assembly);
        return assembly.GetType($"Amazon.{suffix}.{Prefix}{suffix}") is { } usual && IsOfService(usual)
            ? usual
            : assembly.GetExportedTypes().FirstOrDefault(IsOfService);
    }

    /// <summary>
    /// The methods that are operations: <c>Task&lt;XResponse&gt; XAsync(XRequest, CancellationToken)</c>. Conveniences,
    /// presigning and the like are not.
    /// </summary>
    public static IEnumerable<MethodInfo> Operations(Type sdkInterface) => sdkInterface.GetMethods().Where(IsOperation);

    /// <summary>The method of one operation, at its own cost: to know a method loads its types. Null if there is no such operation.</summary>
    /// <param name="sdkInterface">The service's interface.</param>
    /// <param name="sdkName">The SDK's name of the operation.</param>
    public static MethodInfo? FindOperation(Type sdkInterface, string sdkName)
    {
        foreach (var member in sdkInterface.GetMember(sdkName + Async))
        {
            if (member is MethodInfo method && IsOperation(method))
                return method;
        }

        return null;
    }

    private static bool IsOperation(MethodInfo method) =>
        method is { IsStatic: false, IsGenericMethod: false }
        && method.Name.Length > Async.Length
        && method.Name.EndsWith(Async, StringComparison.Ordinal)
        && method.GetParameters() is [var request, var token]
        && request.ParameterType.IsSubclassOf(typeof(AmazonWebServiceRequest))
        && token.ParameterType == typeof(CancellationToken)
        && method.ReturnType is { IsGenericType: true } task
        && task.GetGenericTypeDefinition() == typeof(Task<>)
        && method.GetCustomAttribute<ObsoleteAttribute>() is not { IsError: true };

    private static bool IsOfService(Type type) =>
        type is { IsInterface: true, IsPublic: true }
        && type.Name.StartsWith(Prefix, StringComparison.Ordinal)
        && typeof(IAmazonService).IsAssignableFrom(type);

    /// <summary>The SDK's name of an operation.</summary>
    public static string NameOf(MethodInfo method) => method.Name[..^Async.Length];
}
