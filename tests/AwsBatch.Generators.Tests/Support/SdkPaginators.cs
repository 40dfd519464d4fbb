using System.Reflection;
using System.Reflection.Emit;

namespace AwsBatch.Generators.Tests.Support;

/// <summary>What the SDK's own paginators do: which operations have one, and which properties each carries over.</summary>
internal static class SdkPaginators
{
    /// <summary>The operations that a service's paginator factory has a paginator for, by their SDK names.</summary>
    public static IReadOnlyList<string> Of(System.Reflection.Assembly package) =>
    [
        .. package.GetExportedTypes()
            .Where(type => type.IsInterface && type.Name.EndsWith("PaginatorFactory", StringComparison.Ordinal))
            .SelectMany(factory => factory.GetMethods())
            .Select(method => method.Name)
            .Order(StringComparer.Ordinal)
    ];

    /// <summary>The request's properties that an operation's paginator sets, and the response's that it reads.</summary>
    public static (IReadOnlySet<string> Set, IReadOnlySet<string> Read) Properties(System.Reflection.Assembly package, string operation)
    {
        var paginator = package.GetTypes().Single(type => type.IsClass && type.Name == $"{operation}Paginator");
        var accessors = paginator.GetNestedTypes(BindingFlags.NonPublic)
            .SelectMany(stateMachine => stateMachine.GetMethods(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(method => method.Name == "MoveNext")
            .SelectMany(Calls)
            .ToList();
        return (
            Named("set_", $"{operation}Request"),
            Named("get_", $"{operation}Response"));

        HashSet<string> Named(string prefix, string type) =>
        [
            .. accessors
                .Where(method => method.DeclaringType?.Name == type && method.Name.StartsWith(prefix, StringComparison.Ordinal))
                .Select(method => method.Name[prefix.Length..])
        ];
    }

    // Every place that could be a call is tried: what is none resolves to no accessor.
    private static IEnumerable<MethodBase> Calls(MethodInfo method)
    {
        var code = method.GetMethodBody()!.GetILAsByteArray()!;
        for (var at = 0; at + sizeof(int) < code.Length; at++)
        {
            if (code[at] == OpCodes.Callvirt.Value && Resolve(method.Module, BitConverter.ToInt32(code, at + 1)) is { } called)
                yield return called;
        }
    }

    private static MethodBase? Resolve(Module module, int token)
    {
        try
        {
            return module.ResolveMethod(token);
        }
        catch (Exception exception) when (exception is ArgumentException or BadImageFormatException)
        {
            return null;
        }
    }
}
