namespace AwsBatch.Execution;

/// <summary>Checks a mixed batch and hands it to the engine.</summary>
internal sealed class AwsBatchRunner(BatchEngine engine) : IAwsBatch
{
    public Task<BatchResult> RunAsync(IEnumerable<BatchRequest> requests, BatchOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(requests);
        BatchRequest[] list = [.. requests];
        var positions = new Dictionary<BatchRequest, int>(list.Length);
        for (var position = 0; position < list.Length; position++)
        {
            if (list[position] is not { } request)
                throw new ArgumentException($"requests[{position}] is null; every request must be a handle.", nameof(requests));
            if (!positions.TryAdd(request, position))
            {
                throw new ArgumentException(
                    $"requests[{position}] is the same handle as requests[{positions[request]}] ({request.Service}:{request.Operation}); "
                    + "make a handle for each request.",
                    nameof(requests));
            }
        }

        return engine.RunAsync(list, positions, RunSettings.From(options, engine.Defaults), cancellationToken);
    }

    public IAsyncEnumerable<BatchItem> StreamAsync(
        IAsyncEnumerable<BatchRequest> requests, BatchOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(requests);
        return engine.StreamAsync(requests, RunSettings.From(options, engine.Defaults), cancellationToken);
    }
}
