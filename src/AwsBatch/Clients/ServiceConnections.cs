using Amazon.Runtime;
using AwsBatch.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AwsBatch.Clients;

/// <summary>A service whose connections are registered.</summary>
/// <param name="Name">The service as the AWS CLI names it.</param>
internal sealed record RegisteredService(string Name);

/// <summary>The connections of a service: one handler for all its pools, so that accounts share warm connections.</summary>
internal static class ServiceConnections
{
    public static string NameOf(string service) => $"AwsBatch.{service}";

    public static void Add(IServiceCollection services, string service, Func<BatchServiceDescriptor> describe)
    {
        services.AddSingleton(new RegisteredService(service));
        services.AddHttpClient(NameOf(service))
            .RemoveAllLoggers()
            // What an app gives all its HTTP clients: handlers that retry or time out are among it.
            .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => handlers.Clear())
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider =>
                CreateHandler(describe(), provider.GetRequiredService<IOptions<AwsBatchOptions>>().Value));
    }

    private static SocketsHttpHandler CreateHandler(BatchServiceDescriptor service, AwsBatchOptions options)
    {
        // What a user asks of HTTP in the SDK's configuration holds, though the SDK no longer makes the handler.
        var config = service.CreateConfig();
        options.Apply(config);

        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // DNS is asked again when a connection is renewed; the handler itself lives as long as the app.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxConnectionsPerServer = config.MaxConnectionsPerServer ?? int.MaxValue,
            ConnectTimeout = config.ConnectTimeout ?? TimeSpan.FromSeconds(10),
        };
        if (config.GetWebProxy() is { } proxy)
            handler.Proxy = proxy;
        options.Apply(handler);
        SingleSendStream.Guard(handler);
        return handler;
    }
}
