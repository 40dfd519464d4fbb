using System.Collections.Concurrent;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace AwsBatch.Clients;

/// <summary>
/// What a service's endpoint rules said, by what they were given: for an S3 object they take a tenth of the call, and depend on
/// its bucket alone.
/// </summary>
internal sealed class RememberedEndpoints : IEndpointProvider
{
    // An answer differs by bucket, account or ARN at most. Who has more of them asks the rules again.
    private const int Most = 1_024;

    // Of S3: its rules have these and look at none of them.
    private const string S3Package = "AWSSDK.S3";
    private static readonly string[] OfObjects = ["Key", "Prefix", "CopySource"];

    private readonly IEndpointProvider rules;
    private readonly EndpointParametersComparer comparer;
    private readonly ConcurrentDictionary<EndpointParameters, Endpoint> known;
    private int count;

    public RememberedEndpoints(IEndpointProvider rules)
    {
        this.rules = rules;
        comparer = new(rules.GetType().Assembly.GetName().Name == S3Package ? OfObjects : []);
        known = new(comparer);
    }

    /// <summary>Puts a memory before the rules of a client. A provider that is not the SDK's own may have its own mind, and is asked each time.</summary>
    public static void Attach(ClientConfig config)
    {
        if (config.EndpointProvider is { } rules && rules.GetType().Assembly == config.GetType().Assembly && EndpointParametersComparer.CanRead)
            config.EndpointProvider = new RememberedEndpoints(rules);
    }

    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        if (known.TryGetValue(parameters, out var remembered))
            return CopyOf(remembered);

        var endpoint = rules.ResolveEndpoint(parameters);
        if (Volatile.Read(ref count) < Most
            && comparer.CanCompare(parameters)
            && known.TryAdd(EndpointParametersComparer.CopyOf(parameters), CopyOf(endpoint)))
        {
            Interlocked.Increment(ref count);
        }

        return endpoint;
    }

    // The SDK adds a slash to the URL of what it was given.
    private static Endpoint CopyOf(Endpoint endpoint) =>
        new(endpoint.URL) { Attributes = endpoint.Attributes, Headers = endpoint.Headers };
}
