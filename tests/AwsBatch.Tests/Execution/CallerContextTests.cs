using AwsBatch.Clients;
using AwsBatch.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Tests.Execution;

/// <summary>What flows from a caller to its attempts.</summary>
public sealed class CallerContextTests : IDisposable
{
    private readonly AsyncLocal<string?> ambient = new();
    private readonly Harness harness = new();

    public void Dispose() => harness.Dispose();

    [Fact]
    public async Task Each_attempt_has_what_its_caller_had_set_and_nothing_of_its_neighbour()
    {
        ambient.Value = "the caller's";

        var result = await RunAsync();

        Assert.All(result, item => Assert.Equal("the caller's", item.Response));
    }

    [Fact]
    public async Task A_caller_that_lets_nothing_flow_is_served_as_any_other()
    {
        // Made beforehand, so that the call begins where nothing flows.
        await harness.Services.GetRequiredService<ClientPools>().GetAsync(Harness.Service, target: null, CancellationToken.None);
        ambient.Value = "the caller's";

        Task<BatchResult<FakeRequest, string>> batch;
        using (ExecutionContext.SuppressFlow())
            batch = RunAsync();

        Assert.All(await batch, item => Assert.Equal("nothing", item.Response));
    }

    private Task<BatchResult<FakeRequest, string>> RunAsync()
    {
        var operation = Harness.Operation((_, _) =>
        {
            var found = ambient.Value ?? "nothing";
            ambient.Value = "an attempt's";
            return Task.FromResult(found);
        });
        return harness.Batches.BatchAsync(operation, Harness.Requests(3), new BatchOptions { Concurrency = 1 }, CancellationToken.None);
    }
}
