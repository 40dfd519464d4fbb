using System.Net.Security;
using System.Text.Json;
using AwsBatch.Benchmarks.Processes.Behaviours;

namespace AwsBatch.Benchmarks.Processes;

/// <summary>The <see cref="CannedEndpoint"/> as its client sees it: this program, run once more.</summary>
internal sealed class EndpointProcess : IAsyncDisposable
{
    private readonly LineProcess process;

    private EndpointProcess(LineProcess process, Uri url, RemoteCertificateValidationCallback? trust)
    {
        this.process = process;
        Url = url;
        Trust = trust;
    }

    public Uri Url { get; }

    /// <summary>Accepts its certificate and no other; null where it speaks plain HTTP.</summary>
    public RemoteCertificateValidationCallback? Trust { get; }

    public static async Task<EndpointProcess> StartAsync(bool tls, CancellationToken cancellationToken)
    {
        var process = LineProcess.Start(ThisProgram.Path, tls ? [CannedEndpoint.Command, "--tls"] : [CannedEndpoint.Command]);
        var started = await process.ReadAsync(cancellationToken) ?? throw new InvalidOperationException("The endpoint did not start.");
        return started.Split(' ') is [var url, var fingerprint]
            ? new EndpointProcess(process, new Uri(url), LoopbackCertificate.Trust(fingerprint))
            : new EndpointProcess(process, new Uri(started), trust: null);
    }

    /// <summary>Sets what every request is answered with, and counts from zero.</summary>
    /// <param name="answer">A whole HTTP answer, headers included.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task AnswerAsync(byte[] answer, CancellationToken cancellationToken) => AskAsync(new EndpointOrder(answer, World: null), cancellationToken);

    /// <summary>As <see cref="AnswerAsync"/>, by a service of that world.</summary>
    public Task ServeAsync(World world, byte[] answer, CancellationToken cancellationToken) =>
        AskAsync(new EndpointOrder(answer, world), cancellationToken);

    /// <summary>What came since the answer was set.</summary>
    public Task<EndpointCount> CountAsync(CancellationToken cancellationToken) =>
        AskAsync(new EndpointOrder(Answer: null, World: null), cancellationToken);

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private async Task<EndpointCount> AskAsync(EndpointOrder order, CancellationToken cancellationToken)
    {
        var reply = await process.AskAsync(JsonSerializer.Serialize(order, EndpointJson.Default.EndpointOrder), cancellationToken);
        return JsonSerializer.Deserialize(reply, EndpointJson.Default.EndpointCount)!;
    }
}
