using System.ComponentModel;
using Amazon.Runtime;

namespace AwsBatch.CompilerServices;

/// <summary>An AWS service as the core needs it: its name, and how its configuration and client are made.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BatchServiceDescriptor
{
    private readonly Func<ClientConfig> createConfig;
    private readonly CreateServiceClient createClient;
    private readonly CreateLeanClient? createLeanClient;
    private readonly Action<ClientConfig>? useCustomEndpoint;

    private BatchServiceDescriptor(
        string name,
        Func<ClientConfig> createConfig,
        CreateServiceClient createClient,
        CreateLeanClient? createLeanClient,
        Action<ClientConfig>? useCustomEndpoint)
    {
        Name = name;
        this.createConfig = createConfig;
        this.createClient = createClient;
        this.createLeanClient = createLeanClient;
        this.useCustomEndpoint = useCustomEndpoint;
    }

    /// <summary>The service as the AWS CLI names it.</summary>
    public string Name { get; }

    /// <summary>Whether there is more than its name: something may be sent to it.</summary>
    internal bool IsKnown { get; private init; } = true;

    /// <summary>Describes the service of an SDK package through the static factory members of its interface.</summary>
    /// <param name="name">The service as the AWS CLI names it.</param>
    /// <param name="useCustomEndpoint">What the service's configuration needs besides the URL of a custom endpoint.</param>
    /// <param name="createLeanClient">Makes a client that attaches a lean pipeline to its own; null if there is no such client.</param>
    /// <typeparam name="TService">The SDK's interface of the service, such as <c>IAmazonS3</c>.</typeparam>
    public static BatchServiceDescriptor For<TService>(
        string name, Action<ClientConfig>? useCustomEndpoint = null, CreateLeanClient? createLeanClient = null)
        where TService : IAmazonService
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new BatchServiceDescriptor(
            name,
            static () => TService.CreateDefaultClientConfig(),
            static (credentials, config) => TService.CreateDefaultServiceClient(credentials, config),
            createLeanClient,
            useCustomEndpoint);
    }

    /// <summary>A service of which only the name is known: nothing can be sent to it.</summary>
    internal static BatchServiceDescriptor Unknown(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new BatchServiceDescriptor(
            name, static () => throw new NotSupportedException(), static (_, _) => throw new NotSupportedException(), null, null)
        {
            IsKnown = false,
        };
    }

    internal ClientConfig CreateConfig() => createConfig();

    internal IAmazonService CreateClient(AWSCredentials credentials, ClientConfig config) => createClient(credentials, config);

    /// <summary>Makes a client with a lean pipeline, if the service has such a one.</summary>
    internal IAmazonService CreateClient(AWSCredentials credentials, ClientConfig config, Func<LeanPipeline> createPipeline) =>
        createLeanClient is null ? createClient(credentials, config) : createLeanClient(credentials, config, createPipeline());

    internal void UseCustomEndpoint(ClientConfig config) => useCustomEndpoint?.Invoke(config);
}
