using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Testing.Hosting;

/// <summary>Kestrel on 127.0.0.1, without the defaults that would let the user's environment or files change it.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private LoopbackServer(WebApplication app, Uri url)
    {
        this.app = app;
        Url = url;
    }

    public Uri Url { get; }

    public static async Task<LoopbackServer> StartAsync(
        int port, X509Certificate2? certificate, RequestDelegate handle, WireCounters wire, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, port, certificate, wire));
        var app = builder.Build();
        app.Run(handle);
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        var addresses = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        return new(app, new Uri(addresses.Single()));
    }

    public async ValueTask DisposeAsync()
    {
        // An expired grace time: calls still held back by programmed latency are cut off, not waited for.
        await app.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        await app.DisposeAsync().ConfigureAwait(false);
    }

    private static void Configure(KestrelServerOptions kestrel, int port, X509Certificate2? certificate, WireCounters wire)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = Array.MaxLength;
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
        kestrel.Listen(IPAddress.Loopback, port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.Use(next => connection => CountAsync(connection, next, wire));
            if (certificate is null)
                return;
            listen.UseHttps(certificate);
            listen.Use(next => connection =>
            {
                wire.HandshakeCompleted();
                return next(connection);
            });
        });
    }

    private static async Task CountAsync(ConnectionContext connection, ConnectionDelegate next, WireCounters wire)
    {
        wire.ConnectionOpened();
        try
        {
            await next(connection).ConfigureAwait(false);
        }
        finally
        {
            wire.ConnectionClosed();
        }
    }
}
