using System.Diagnostics;
using Amazon.Runtime;
using AwsBatch.Benchmarks.Processes;
using AwsBatch.Benchmarks.Suites.EndToEnd.Calls;

namespace AwsBatch.Benchmarks.Suites.EndToEnd.Subjects;

/// <summary>A loop of <see cref="Measurement.Loops"/> over a plain client of the SDK, as it comes.</summary>
internal sealed class HandWrittenLoop<TService, TRequest, TResponse>(
    string name,
    SdkCall<TService, TRequest, TResponse> call,
    EndpointProcess endpoint,
    Func<int, Func<int, CancellationToken, Task<TResponse?>>, CancellationToken, Task> loop) : InProcessSubject(name)
    where TService : class, IAmazonService
    where TRequest : AmazonWebServiceRequest
{
    private readonly TService client = SdkClients.Create<TService>(endpoint);

    public override ValueTask DisposeAsync()
    {
        (client as IDisposable)?.Dispose();
        return ValueTask.CompletedTask;
    }

    protected override Func<Task> Prepare(TimeSpan[] durations, CancellationToken cancellationToken)
    {
        var requests = call.Requests(endpoint.Url, durations.Length);
        return () => loop(
            requests.Length,
            async (number, cancellationToken) =>
            {
                var started = Stopwatch.GetTimestamp();
                var response = await SendAsync(requests[number], cancellationToken);
                durations[number] = Stopwatch.GetElapsedTime(started);
                return response;
            },
            cancellationToken);
    }

    private async Task<TResponse?> SendAsync(TRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await call.SendAsync(client, request, cancellationToken);
        }
        catch (AmazonServiceException) when (call.IsRefused)
        {
            return default;
        }
    }
}
