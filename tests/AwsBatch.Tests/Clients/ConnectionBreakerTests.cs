using System.Net;
using AwsBatch.Clients;
using Microsoft.Extensions.Time.Testing;
using Polly.CircuitBreaker;

namespace AwsBatch.Tests.Clients;

public sealed class ConnectionBreakerTests : IDisposable
{
    private const int Fewest = 20;
    private static readonly TimeSpan Sampling = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider clock = new();
    private readonly Line line = new();
    private readonly HttpMessageInvoker connections;

    public ConnectionBreakerTests() => connections = new HttpMessageInvoker(new ConnectionBreaker(clock) { InnerHandler = line });

    public void Dispose()
    {
        connections.Dispose();
        line.Dispose();
    }

    [Fact]
    public async Task It_opens_when_enough_connections_have_failed_and_lets_one_try_after_a_while()
    {
        await FailAsync(Fewest);
        await Assert.ThrowsAnyAsync<BrokenCircuitException>(SendAsync);
        Assert.Equal(Fewest, line.Tried);

        clock.Advance(Break);
        line.Failure = null;
        await SendAsync();
        await SendAsync();
        Assert.Equal(Fewest + 2, line.Tried);
    }

    [Fact]
    public async Task A_failure_counts_for_ten_seconds()
    {
        await FailAsync(Fewest - 1);
        clock.Advance(Sampling + Break);

        await FailAsync(Fewest);
        await Assert.ThrowsAnyAsync<BrokenCircuitException>(SendAsync);
    }

    [Fact]
    public async Task After_a_quiet_while_it_counts_anew()
    {
        await FailAsync(1);
        clock.Advance(Sampling + Break);
        await SucceedAsync(Fewest);

        // With all successes weighed this would not even be half; the first alone was.
        await FailAsync(Fewest - 1);
        await Assert.ThrowsAnyAsync<BrokenCircuitException>(SendAsync);
    }

    [Fact]
    public async Task Connections_that_mostly_work_keep_it_closed()
    {
        for (var pair = 0; pair < Fewest * 2; pair++)
        {
            await FailAsync(1);
            clock.Advance(Sampling / 200);
            await SucceedAsync(2);
        }
    }

    [Fact]
    public async Task Connections_of_which_half_fail_open_it()
    {
        for (var pair = 0; pair < Fewest / 2; pair++)
        {
            await FailAsync(1);
            await SucceedAsync(1);
        }

        await FailAsync(1);
        await Assert.ThrowsAnyAsync<BrokenCircuitException>(SendAsync);
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    [InlineData(HttpRequestError.ProxyTunnelError)]
    public async Task Whatever_keeps_a_connection_from_being_made_counts(HttpRequestError error)
    {
        line.Failure = new HttpRequestException(error);
        for (var number = 0; number < Fewest; number++)
            await Assert.ThrowsAsync<HttpRequestException>(SendAsync);

        await Assert.ThrowsAnyAsync<BrokenCircuitException>(SendAsync);
    }

    [Theory]
    [InlineData(HttpRequestError.ResponseEnded)]
    [InlineData(HttpRequestError.InvalidResponse)]
    public async Task What_happens_on_a_connection_does_not_count(HttpRequestError error)
    {
        line.Failure = new HttpRequestException(error);
        for (var number = 0; number < Fewest * 2; number++)
            await Assert.ThrowsAsync<HttpRequestException>(SendAsync);
    }

    [Fact]
    public async Task What_a_service_answers_does_not_count()
    {
        line.Status = HttpStatusCode.ServiceUnavailable;
        await SucceedAsync(Fewest * 2);
    }

    private async Task FailAsync(int times)
    {
        line.Failure = new HttpRequestException(HttpRequestError.ConnectionError);
        for (var number = 0; number < times; number++)
            Assert.Same(line.Failure, await Assert.ThrowsAsync<HttpRequestException>(SendAsync));
    }

    private async Task SucceedAsync(int times)
    {
        line.Failure = null;
        for (var number = 0; number < times; number++)
            await SendAsync();
    }

    private async Task SendAsync()
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, "http://localhost/");
        using var answer = await connections.SendAsync(message, CancellationToken.None);
    }

    private sealed class Line : HttpMessageHandler
    {
        public int Tried { get; private set; }

        public HttpRequestException? Failure { get; set; }

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Tried++;
            return Failure is null
                ? Task.FromResult(new HttpResponseMessage(Status))
                : Task.FromException<HttpResponseMessage>(Failure);
        }
    }
}
