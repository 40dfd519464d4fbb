using Amazon.Runtime;
using AwsBatch.Benchmarks.Processes;
using AwsBatch.Benchmarks.Suites.EndToEnd.Calls;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Benchmarks.Suites.EndToEnd.Subjects;

/// <summary>A batch call through the generated interface.</summary>
internal sealed class BatchCall<TService, TRequest, TResponse>(
    string name, PipelineMode pipeline, SdkCall<TService, TRequest, TResponse> call, EndpointProcess endpoint, int concurrency)
    : InProcessSubject(name)
    where TService : class, IAmazonService
    where TRequest : AmazonWebServiceRequest
{
    private readonly BatchOptions options = new() { Concurrency = concurrency, Dedupe = DedupeMode.Off };

    private readonly ServiceProvider provider = AwsBatchProviders.Create(endpoint, options => options.Pipeline = pipeline);

    public override ValueTask DisposeAsync() => provider.DisposeAsync();

    protected override Func<Task> Prepare(TimeSpan[] durations, CancellationToken cancellationToken)
    {
        var requests = call.Requests(endpoint.Url, durations.Length);
        return async () =>
        {
            var results = await call.BatchAsync(provider, requests, options, cancellationToken);
            foreach (var item in results)
            {
                if (!call.IsRefused)
                    item.EnsureSuccess();
                else if (item.Error?.StatusCode is null)
                    throw new InvalidOperationException(item.Error?.ToString() ?? "it succeeded, and was to be refused.");
                durations[item.Index] = item.Duration;
            }
        };
    }
}
