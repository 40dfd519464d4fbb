using System.Reflection;
using Amazon.Runtime;
using AwsBatch.CompilerServices;

namespace AwsBatch.Dynamic.Core;

/// <summary>Describes services to the core as generated code does, from types known only at run time.</summary>
internal static class ServiceDescriptors
{
    private const string PathStyle = "ForcePathStyle";

    private static readonly MethodInfo Generic = typeof(ServiceDescriptors).GetMethod(nameof(Make), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static BatchServiceDescriptor Make(string name, Type sdkInterface) =>
        (BatchServiceDescriptor)Generic.MakeGenericMethod(sdkInterface).Invoke(null, [name])!;

    private static BatchServiceDescriptor Make<TService>(string name)
        where TService : IAmazonService =>
        BatchServiceDescriptor.For<TService>(name, UseCustomEndpoint, LeanClients.Of<TService>());

    // A custom endpoint has no name for each bucket.
    private static void UseCustomEndpoint(ClientConfig config)
    {
        if (config.GetType().GetProperty(PathStyle) is { CanWrite: true } pathStyle && pathStyle.PropertyType == typeof(bool))
            pathStyle.SetValue(config, true);
    }
}
