using Amazon.Runtime;
using AwsBatch.Benchmarks.Measurement;
using AwsBatch.Benchmarks.Processes;
using AwsBatch.Benchmarks.Suites.EndToEnd.Subjects;

namespace AwsBatch.Benchmarks.Suites.EndToEnd.Calls;

/// <inheritdoc cref="ICall"/>
/// <param name="Name"><inheritdoc cref="ICall.Name" path="/summary"/></param>
/// <param name="Answer"><inheritdoc cref="ICall.Answer" path="/summary"/></param>
/// <param name="Request">Makes a request; no two are equal.</param>
/// <param name="SendAsync">The SDK's call.</param>
/// <param name="BatchAsync">The call of the generated interface.</param>
/// <param name="IsRefused"><inheritdoc cref="ICall.IsRefused" path="/summary"/></param>
internal sealed record SdkCall<TService, TRequest, TResponse>(
    string Name,
    byte[] Answer,
    Func<Uri, int, TRequest> Request,
    Func<TService, TRequest, CancellationToken, Task<TResponse>> SendAsync,
    Func<IServiceProvider, TRequest[], BatchOptions, CancellationToken, Task<BatchResult<TRequest, TResponse>>> BatchAsync,
    bool IsRefused = false) : ICall
    where TService : class, IAmazonService
    where TRequest : AmazonWebServiceRequest
{
    public IReadOnlyList<ISubject> Subjects(EndpointProcess endpoint, int concurrency) =>
    [
        new BareHttp(this, endpoint, concurrency),
        new HandWrittenLoop<TService, TRequest, TResponse>(
            "sdk-foreach", this, endpoint, (count, call, cancellationToken) => Loops.ForEachAsync(count, concurrency, call, cancellationToken)),
        new HandWrittenLoop<TService, TRequest, TResponse>(
            "sdk-semaphore", this, endpoint, (count, call, cancellationToken) => Loops.SemaphoreWhenAllAsync(count, concurrency, call, cancellationToken)),
        new BatchCall<TService, TRequest, TResponse>("awsbatch-sdk", PipelineMode.Sdk, this, endpoint, concurrency),
        new BatchCall<TService, TRequest, TResponse>("awsbatch-lean", PipelineMode.Lean, this, endpoint, concurrency),
    ];

    public RecordedRequest Record(Uri url) => RecordedRequest.Of<TService>(url, client => SendAsync(client, Request(url, 0), CancellationToken.None));

    /// <summary>Fresh ones: those with a body can be sent once.</summary>
    public TRequest[] Requests(Uri url, int count) => [.. Enumerable.Range(0, count).Select(number => Request(url, number))];
}
