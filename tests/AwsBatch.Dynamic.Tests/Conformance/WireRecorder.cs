using System.Net;
using System.Text;
using Amazon.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Dynamic.Tests.Conformance;

/// <summary>The real core and the SDK's own clients, whose requests end here instead of at AWS.</summary>
internal sealed class WireRecorder : IAsyncDisposable
{
    private readonly ServiceProvider provider;
    private readonly Recorder recorder;

    /// <param name="status">Of every answer.</param>
    /// <param name="answer">The body of every answer.</param>
    public WireRecorder(HttpStatusCode status = HttpStatusCode.OK, string answer = "")
    {
        recorder = new Recorder(status, answer);
        var services = new ServiceCollection();
        services.AddAwsBatchDynamic(aws =>
        {
            aws.EndpointUrl = "https://aws.test";
            aws.Region = "us-east-1";
            aws.Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "not-a-real-secret");
        });
        foreach (var service in AwsServiceCatalog.Default.Services)
            services.AddHttpClient($"AwsBatch.{service.Name}").ConfigurePrimaryHttpMessageHandler(() => recorder);
        provider = services.BuildServiceProvider();
    }

    /// <summary>What a request puts on the wire; null and its error if nothing.</summary>
    public async Task<(WireMessage? Message, BatchError? Error)> SendAsync(BatchRequest request)
    {
        recorder.Last = null;
        var results = await provider.GetRequiredService<IAwsBatch>().RunAsync([request], new BatchOptions { Concurrency = 1 });
        return (recorder.Last, results[0].Error);
    }

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    private sealed class Recorder(HttpStatusCode status, string answer) : HttpMessageHandler
    {
        public WireMessage? Last { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Last = await WireMessage.OfAsync(request, cancellationToken);
            return new HttpResponseMessage(status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(answer)), RequestMessage = request };
        }
    }
}
