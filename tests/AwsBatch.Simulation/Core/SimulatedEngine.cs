using Amazon.Runtime;
using AwsBatch.Admission;
using AwsBatch.Clients;
using AwsBatch.CompilerServices;
using AwsBatch.Execution;
using AwsBatch.Telemetry;
using AwsBatch.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Simulation.Core;

/// <summary>The engine under simulation: the registered core, with what it asks of the platform replaced.</summary>
internal sealed class SimulatedEngine : IDisposable
{
    // As PoolGroup has it: so many limits in flight and parked together, but never fewer than this.
    private const int LimitsHeld = 4;
    private const int LeastHeld = 64;

    private const int RingsPerAttempt = 4;
    private const int RingsPerSecond = 50;

    private static readonly BatchServiceDescriptor Service = BatchServiceDescriptor.For<IFakeService>("fake");
    private static readonly string[] Operations = ["First", "Second"];

    private readonly ServiceProvider provider;
    private readonly SimulatedTime time;
    private readonly SimulatedScheduler scheduler;
    private readonly SimulatedService service;
    private readonly SimulatedPool[] pools;
    private readonly Promises promises;

    public SimulatedEngine(
        Random random, SimulatedTime time, SimulatedScheduler scheduler, FaultPlan faults, EventLog log, Promises promises)
    {
        this.time = time;
        this.scheduler = scheduler;
        this.promises = promises;
        var memory = new SimulatedMemory(random, time, faults);
        var credentials = new SimulatedCredentials(random, time);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton<IWorkScheduler>(scheduler);
        services.AddSingleton<TaskScheduler>(new SimulatedTasks(scheduler, credentials));
        services.AddSingleton(new Retries.RetryPolicy(random.NextDouble));
        services.AddSingleton(new AnswerFlights(time, random));
        services.AddSingleton(new MemoryGuard(limit: null, time, memory.Read));
        AwsBatchRegistration.AddCore(services, options => options.Credentials = credentials);
        AwsBatchRegistration.AddService(services, Service);
        provider = services.BuildServiceProvider();

        var known = new Dictionary<object, SimulatedPool>();
        for (var region = random.Next(1, 4); region > 0; region--)
        {
            var pool = Open(new BatchTarget { Region = $"region-{region}" });
            known.Add(pool.Client, new SimulatedPool(pool, faults.BucketRate));
        }

        credentials.Refused = 0;
        pools = [.. known.Values];
        service = new SimulatedService(random, time, faults, known, credentials, log);
        scheduler.Observer = OnQueued;
    }

    public async Task<CallOutcome> RunAsync(SimulatedCall call)
    {
        var options = call.Plan.Options with { Target = pools[call.Number % pools.Length].Target };
        switch (call.Plan.Shape)
        {
            case CallShape.Single:
                var answer = await Batches.InvokeAsync(Operation(call, Operations[0]), call.Requests[0], options, call.Cancellation)
                    .ConfigureAwait(false);
                return new CallOutcome(null, null, answer);
            case CallShape.Batch:
                var uniform = await Batches.BatchAsync(Operation(call, Operations[0]), call.Requests, options, call.Cancellation)
                    .ConfigureAwait(false);
                return new CallOutcome([.. uniform], uniform.Summary, null);
            default:
                BatchOperation<FakeRequest, string>[] operations = [.. Operations.Select(name => Operation(call, name))];
                var handles = call.Requests.Select(request =>
                    new BatchRequest<FakeRequest, string>(operations[request.Number % operations.Length], request)
                        .In(pools[request.Number / operations.Length % pools.Length].Target));
                var mixed = await provider.GetRequiredService<IAwsBatch>().RunAsync(handles, options, call.Cancellation).ConfigureAwait(false);
                return new CallOutcome([.. mixed], mixed.Summary, null);
        }
    }

    /// <summary>What must hold after every step.</summary>
    public void Check()
    {
        foreach (var pool in pools)
        {
            pool.Observe();
            promises.Require(
                pool.InFlight <= pool.Gate.InFlight,
                () => $"{pool.Target.Region} has {pool.InFlight} in flight and gave {pool.Gate.InFlight} permits");
        }
    }

    /// <summary>What must hold when nothing is left to happen.</summary>
    public void CheckAtEnd()
    {
        foreach (var pool in pools)
        {
            promises.Require(pool.Gate.InFlight == 0, () => $"{pool.Target.Region} is left with {pool.Gate.InFlight} permits out");
            promises.Require(pool.Gate.Waiting == 0, () => $"{pool.Target.Region} is left with {pool.Gate.Waiting} in line");
        }

        var shared = provider.GetRequiredService<AnswerFlights>().Table.Occupancy.InFlight;
        promises.Require(shared == 0, () => $"{shared} requests are left for others to wait for");
        // A timer may ring once or twice for an attempt, and to look again at memory; never for nothing, again and again.
        var most = (RingsPerAttempt * service.Begun) + (RingsPerSecond * time.Elapsed.TotalSeconds);
        promises.Require(time.Rings <= most, () => $"timers rang {time.Rings} times for {service.Begun} attempts in {time.Elapsed}");
        promises.Require(time.Timers == 0, () => $"{time.Timers} timers are left");
        var attempts = provider.GetRequiredService<IPerfStats>().Snapshot().Values.Sum(static stats => stats.Attempts);
        promises.Require(attempts == service.Sent, () => $"the meters count {attempts} attempts, the wire saw {service.Sent}");
        var inFlight = provider.GetRequiredService<AwsBatchTelemetry>().Operations.Sum(static operation => operation.InFlight);
        promises.Require(inFlight == 0, () => $"the meters have {inFlight} attempts in flight at the end");
    }

    public void Dispose() => provider.Dispose();

    private IBatchInvoker<IFakeService> Batches => provider.GetRequiredService<IBatchInvoker<IFakeService>>();

    private ClientPool Open(BatchTarget target)
    {
        var opening = provider.GetRequiredService<ClientPools>().GetAsync(Service, target, CancellationToken.None).AsTask();
        while (!opening.IsCompleted)
            scheduler.RunAny();
        return opening.Result;
    }

    private BatchOperation<FakeRequest, string> Operation(SimulatedCall call, string name)
    {
        var operation = BatchOperation.Create<FakeRequest, string>(
            Service,
            name,
            (client, request, cancellationToken) => service.SendAsync(call, name, client, request, cancellationToken),
            identity: new ByNumber(),
            isReadOnly: call.Plan.IsReadOnly);
        return call.Plan.Consumes
            ? operation.Consume((request, answer, cancellationToken) => service.ReadAsync(call, request, answer, cancellationToken))
            : operation;
    }

    // A worker is queued the moment it was admitted.
    private void OnQueued(IThreadPoolWorkItem work)
    {
        if (work is not Worker { HoldsPermit: true } worker)
            return;

        var group = worker.Slot.Lane.Group;
        var gate = group.Pool.Gate;
        var pool = Array.Find(pools, pool => pool.Gate == gate)!;
        pool.Observe();
        promises.Require(gate.InFlight <= gate.Limit, () => $"{pool.Target.Region} admits {gate.InFlight} over its limit of {gate.Limit}");
        promises.Require(
            group.Running + group.Parked <= Math.Max(LimitsHeld * pool.HighestLimit, LeastHeld),
            () => $"{pool.Target.Region} holds {group.Running} running and {group.Parked} parked items");
    }

    private sealed class ByNumber : RequestIdentity<FakeRequest>
    {
        public override bool Equals(FakeRequest? x, FakeRequest? y) => x?.Number == y?.Number;

        public override int GetHashCode(FakeRequest obj) => obj.Number;

        public override FakeRequest Snapshot(FakeRequest request) => new(request.Number);
    }
}
