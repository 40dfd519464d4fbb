using System.Reflection;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using AwsBatch.CompilerServices;

namespace AwsBatch.Dynamic.Core;

/// <summary>
/// The SDK's clients with a lean pipeline attached. Generated code derives from a client to do so; here what a derived class
/// would see of it is reached by reflection.
/// </summary>
internal static class LeanClients
{
    private const BindingFlags Protected = BindingFlags.NonPublic | BindingFlags.Instance;

    private static readonly PropertyInfo? Chain = typeof(AmazonServiceClient).GetProperty("RuntimePipeline", Protected);

    private static readonly MethodInfo? Customize = typeof(AmazonServiceClient).GetMethod("CustomizeRuntimePipeline", Protected, [typeof(RuntimePipeline)]);

    /// <summary>Null if the service's endpoints depend on something unknown.</summary>
    public static CreateLeanClient? Of<TService>()
        where TService : IAmazonService =>
        EndpointRules.Of(typeof(TService)).AreKnown && Chain is not null && Customize is not null ? Create<TService> : null;

    private static IAmazonService Create<TService>(AWSCredentials credentials, ClientConfig config, LeanPipeline pipeline)
        where TService : IAmazonService
    {
        var client = TService.CreateDefaultServiceClient(credentials, config);
        if (client is AmazonServiceClient)
            pipeline.Attach((RuntimePipeline)Chain!.GetValue(client)!, Customize!.CreateDelegate<Action<RuntimePipeline>>(client));
        return client;
    }
}
