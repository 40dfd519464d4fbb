using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.SecurityToken;

namespace AwsBatch.Cli.Running;

/// <summary>
/// A call of the SDK up to its connection, on another thread while the command line is read and the core is made: what the
/// platform and the SDK load and compile for a first request is then there for the one that is meant.
/// </summary>
internal static class Rehearsal
{
    /// <summary>Begins, unless there is no processor to spare.</summary>
    public static void Begin()
    {
        if (Environment.ProcessorCount > 1)
            _ = Task.Run(HoldAsync);
    }

    private static async Task HoldAsync()
    {
        try
        {
            // The smallest of the packages; what is the same for all of them takes longest.
            var config = new AmazonSecurityTokenServiceConfig { ServiceURL = "http://localhost", HttpClientFactory = new Stage(), MaxErrorRetry = 0 };
            var client = new AmazonSecurityTokenServiceClient(new BasicAWSCredentials("rehearsal", "rehearsal"), config);
            await client.GetCallerIdentityAsync(new()).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Then the first request does it all.
        }
    }

    private sealed class Stage : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
            new(new SocketsHttpHandler { ConnectCallback = static (_, _) => NeverConnect() }) { Timeout = Timeout.InfiniteTimeSpan };

        // Nothing is sent, and the call never ends: an exception would cost more than all of it.
        private static async ValueTask<Stream> NeverConnect()
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await new TaskCompletionSource().Task.ConfigureAwait(false);
            return Stream.Null;
        }
    }
}
