using System.Diagnostics;
using AwsBatch.Benchmarks.Processes;
using AwsBatch.Benchmarks.Suites.EndToEnd.Calls;

namespace AwsBatch.Benchmarks.Suites.EndToEnd.Subjects;

/// <summary>The floor: the bytes that the SDK once sent, sent again and again, and the answer read to its end.</summary>
internal sealed class BareHttp(ICall call, EndpointProcess endpoint, int concurrency) : InProcessSubject("http")
{
    private readonly HttpMessageInvoker http = new(SdkClients.CreateHandler(endpoint));
    private RecordedRequest? recorded;

    public override ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    protected override Func<Task> Prepare(TimeSpan[] durations, CancellationToken cancellationToken)
    {
        recorded ??= call.Record(endpoint.Url);
        var next = -1;
        return () => Task.WhenAll(Enumerable.Range(0, concurrency).Select(_ => SendAsync()));

        async Task SendAsync()
        {
            while (Interlocked.Increment(ref next) is var number && number < durations.Length)
            {
                var started = Stopwatch.GetTimestamp();
                using var message = recorded.ToMessage();
                using var response = await http.SendAsync(message, cancellationToken);
                if (!call.IsRefused)
                    response.EnsureSuccessStatusCode();
                await response.Content.CopyToAsync(Stream.Null, cancellationToken);
                durations[number] = Stopwatch.GetElapsedTime(started);
            }
        }
    }
}
