using System.Globalization;
using System.Net.Security;

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
        // Not Environment.ProcessPath, which under a test runner is another program.
        var program = Path.ChangeExtension(typeof(EndpointProcess).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null);
        var process = LineProcess.Start(program, tls ? [CannedEndpoint.Command, "--tls"] : [CannedEndpoint.Command]);
        var started = await process.ReadAsync(cancellationToken) ?? throw new InvalidOperationException("The endpoint did not start.");
        return started.Split(' ') is [var url, var fingerprint]
            ? new EndpointProcess(process, new Uri(url), LoopbackCertificate.Trust(fingerprint))
            : new EndpointProcess(process, new Uri(started), trust: null);
    }

    /// <summary>Sets what every request is answered with, and counts from zero.</summary>
    /// <param name="answer">A whole HTTP answer, headers included.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task AnswerAsync(byte[] answer, CancellationToken cancellationToken) =>
        process.AskAsync($"answer {Convert.ToBase64String(answer)}", cancellationToken);

    /// <summary>How many requests came since the answer was set, and what they cost the endpoint.</summary>
    public async Task<(long Requests, TimeSpan Cpu)> CountAsync(CancellationToken cancellationToken)
    {
        var count = (await process.AskAsync("count", cancellationToken)).Split(' ');
        return (
            long.Parse(count[0], CultureInfo.InvariantCulture),
            TimeSpan.FromMicroseconds(double.Parse(count[1], CultureInfo.InvariantCulture)));
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
