using AwsBatch.Testing.Behaviour.Faults;
using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Behaviour;

/// <summary>What is programmed for one call: by its operation first, then by its service.</summary>
internal sealed class CallBehaviour(OperationBehaviour? own, OperationBehaviour? service, ReceivedRequest request, TimeProvider time)
{
    private readonly CallTokens tokens = new(time);

    /// <summary>The fault that hits the call while its body is still on its way.</summary>
    public Fault? OnArrival() => Next(beforeBody: true);

    /// <summary>The fault that hits the call once it has arrived whole.</summary>
    public Fault? OnceRead() => Next(beforeBody: false);

    public void Observe()
    {
        own?.Show(request);
        service?.Show(request);
    }

    /// <summary>Waits the call's latency.</summary>
    public ValueTask HoldAsync(CancellationToken cancellationToken) =>
        (own?.Latency ?? service?.Latency)?.Next(time) is { Ticks: > 0 } latency ? new(Pause.ForAsync(latency, time, cancellationToken)) : default;

    private Fault? Next(bool beforeBody)
    {
        try
        {
            return own?.NextFault(request, beforeBody, tokens) ?? service?.NextFault(request, beforeBody, tokens);
        }
#pragma warning disable CA1031 // A test's own predicate may throw anything; the caller is told what
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new ErrorFault(AwsError.EndpointFailed(request.Operation, exception));
        }
    }
}
