using Amazon.Runtime;

namespace AwsBatch.Clients;

/// <summary>The SDK's client of one account, region or endpoint, and service. Clients are thread-safe: one is enough.</summary>
internal sealed class ClientPool(BatchTarget target, IAmazonService client) : IDisposable
{
    /// <summary>Account, region and endpoint, nothing left to inherit.</summary>
    public BatchTarget Target => target;

    public IAmazonService Client => client;

    public void Dispose() => (client as IDisposable)?.Dispose();
}
