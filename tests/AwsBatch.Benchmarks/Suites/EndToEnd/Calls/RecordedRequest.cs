using System.Net.Http.Headers;
using Amazon.Runtime;

namespace AwsBatch.Benchmarks.Suites.EndToEnd.Calls;

/// <summary>A request as the SDK made it, signature and all.</summary>
internal sealed class RecordedRequest(HttpRequestMessage request, byte[]? body)
{
    private readonly KeyValuePair<string, string>[] headers = TextOf(request.Headers);
    private readonly KeyValuePair<string, string>[] contentHeaders = request.Content is null ? [] : TextOf(request.Content.Headers);

    /// <summary>Has a client send into nowhere.</summary>
    public static RecordedRequest Of<TService>(Uri url, Func<TService, Task> send)
        where TService : class, IAmazonService
    {
        var nowhere = new Nowhere();
        try
        {
            send(SdkClients.Create<TService>(url, new SingleHttpClient(new HttpClient(nowhere)))).GetAwaiter().GetResult();
        }
        catch (AmazonServiceException)
        {
            // Nowhere's answer.
        }

        return nowhere.Recorded ?? throw new InvalidOperationException("The SDK sent nothing.");
    }

    /// <summary>A new one: a message is sent once.</summary>
    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(request.Method, request.RequestUri) { Version = request.Version };
        foreach (var (name, value) in headers)
            message.Headers.TryAddWithoutValidation(name, value);
        if (body is null)
            return message;

        message.Content = new ByteArrayContent(body);
        foreach (var (name, value) in contentHeaders)
            message.Content.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

    private static KeyValuePair<string, string>[] TextOf(HttpHeaders headers) =>
        [.. headers.NonValidated.Select(static header => KeyValuePair.Create(header.Key, header.Value.ToString()))];

    private sealed class Nowhere : HttpMessageHandler
    {
        public RecordedRequest? Recorded { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
            Recorded = new RecordedRequest(request, body);
            return new HttpResponseMessage(System.Net.HttpStatusCode.BadRequest) { Content = new ByteArrayContent([]) };
        }
    }
}
