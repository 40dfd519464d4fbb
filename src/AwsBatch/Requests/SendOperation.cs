using System.ComponentModel;
using Amazon.Runtime;

namespace AwsBatch.CompilerServices;

// Func<> cannot carry IAmazonService: an interface with static abstract members is no type argument.

/// <summary>Calls an operation on a client of its service.</summary>
/// <param name="client">A client of the operation's service.</param>
/// <param name="request">The SDK's request.</param>
/// <param name="cancellationToken">Ends the attempt.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate Task<TResponse> SendOperation<in TRequest, TResponse>(
    IAmazonService client,
    TRequest request,
    CancellationToken cancellationToken);

/// <summary>Makes a service's client that attaches a lean pipeline to its own.</summary>
/// <param name="credentials">The account's.</param>
/// <param name="config">The client's own, of the service's class.</param>
/// <param name="pipeline">The pipeline to attach.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate IAmazonService CreateLeanClient(AWSCredentials credentials, ClientConfig config, LeanPipeline pipeline);

internal delegate IAmazonService CreateServiceClient(AWSCredentials credentials, ClientConfig config);
