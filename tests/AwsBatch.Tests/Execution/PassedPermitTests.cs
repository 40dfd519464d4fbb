using System.Diagnostics;
using AwsBatch.Clients;
using AwsBatch.Tests.Retries;
using AwsBatch.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Tests.Execution;

/// <summary>A permit that a call has no use for goes to the next in line, and on, until somebody has.</summary>
public sealed class PassedPermitTests : IDisposable
{
    private const int Calls = 300;

    private readonly SteppedScheduler scheduler = new();
    private readonly DepthMeasuringClock clock = new();
    private readonly Dictionary<int, TaskCompletionSource<string>> inFlight = [];
    private readonly Harness harness;

    public PassedPermitTests() => harness = new Harness(add: services =>
    {
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<AwsBatch.Execution.IWorkScheduler>(scheduler);
    });

    public void Dispose() => harness.Dispose();

    [Fact]
    public async Task However_many_calls_pass_it_on_the_stack_stays_flat()
    {
        SynchronizationContext.SetSynchronizationContext(null);
        await harness.Services.GetRequiredService<ClientPools>().GetAsync(Harness.Service, target: null, CancellationToken.None);
        var operation = Harness.Operation((request, _) => (inFlight[request.Number] = new TaskCompletionSource<string>()).Task);
        var calls = Harness.Requests(Calls)
            .Select(request => harness.Batches.InvokeAsync(operation, request, null, CancellationToken.None)).ToArray();
        scheduler.RunAll();
        var before = clock.Deepest;

        // From here on the operation is paced: nobody in line may send now.
        inFlight[0].SetException(StubAnswer.Exception(429));
        var sent = inFlight.Count;
        for (var number = 1; number < sent; number++)
            inFlight[number].SetResult("ok");
        scheduler.RunAll();

        Assert.InRange(clock.Deepest, 1, before + 30);
        Assert.Equal(sent - 1, calls.Count(call => call.IsCompletedSuccessfully));
    }

    private sealed class DepthMeasuringClock : FakeTimeProvider
    {
        public int Deepest { get; private set; }

        public override long GetTimestamp()
        {
            Deepest = Math.Max(Deepest, new StackTrace().FrameCount);
            return base.GetTimestamp();
        }
    }
}
