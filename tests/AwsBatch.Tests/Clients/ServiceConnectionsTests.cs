using AwsBatch.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Tests.Clients;

/// <summary>The handler that a service's connections come from.</summary>
public sealed class ServiceConnectionsTests
{
    [Fact]
    public async Task By_itself_it_follows_no_redirect_keeps_no_cookie_and_renews_its_connections()
    {
        await using var harness = new Harness();

        var handler = HandlerOf(harness);

        Assert.Equal((false, false), (handler.AllowAutoRedirect, handler.UseCookies));
        Assert.Equal(TimeSpan.FromMinutes(5), handler.PooledConnectionLifetime);
        Assert.Equal(TimeSpan.FromSeconds(10), handler.ConnectTimeout);
        Assert.Equal(int.MaxValue, handler.MaxConnectionsPerServer);
    }

    [Fact]
    public async Task What_the_sdks_configuration_asks_of_HTTP_holds()
    {
        await using var harness = new Harness(options => options.ConfigureClient<FakeConfig>(config =>
        {
            config.MaxConnectionsPerServer = 7;
            config.ConnectTimeout = TimeSpan.FromSeconds(3);
            config.ProxyHost = "proxy.invalid";
            config.ProxyPort = 8080;
        }));

        var handler = HandlerOf(harness);

        Assert.Equal(7, handler.MaxConnectionsPerServer);
        Assert.Equal(TimeSpan.FromSeconds(3), handler.ConnectTimeout);
        Assert.Equal(new Uri("http://proxy.invalid:8080"), handler.Proxy?.GetProxy(new Uri("http://service.invalid")));
    }

    [Fact]
    public async Task ConfigureHttp_has_the_last_word_but_never_lets_a_request_go_twice()
    {
        await using var harness = new Harness(options => options
            .ConfigureClient<FakeConfig>(static config => config.MaxConnectionsPerServer = 7)
            .ConfigureHttp(static handler =>
            {
                handler.MaxConnectionsPerServer = 9;
                handler.PlaintextStreamFilter = null;
            }));

        var handler = HandlerOf(harness);

        Assert.Equal(9, handler.MaxConnectionsPerServer);
        Assert.NotNull(handler.PlaintextStreamFilter);
    }

    private static SocketsHttpHandler HandlerOf(Harness harness)
    {
        var handler = harness.Services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("AwsBatch.fake");
        while (handler is DelegatingHandler { InnerHandler: { } inner })
            handler = inner;
        return Assert.IsType<SocketsHttpHandler>(handler);
    }
}
