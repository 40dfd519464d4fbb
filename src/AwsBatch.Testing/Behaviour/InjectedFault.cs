using AwsBatch.Testing.Behaviour.Faults;

namespace AwsBatch.Testing.Behaviour;

/// <summary>A fault that hits some of the calls of an operation. Guarded by the lock of its <see cref="OperationBehaviour"/>.</summary>
internal sealed class InjectedFault(Fault fault, int? times, double probability, int seed, Func<ReceivedRequest, bool>? when)
{
    private readonly Random random = new(seed);
    private int? left = times;

    public bool BeforeBody => fault.BeforeBody;

    public Fault? Hit(ReceivedRequest request, CallTokens tokens)
    {
        if (left == 0
            || when?.Invoke(request) == false
            || (probability < 1 && random.NextDouble() >= probability)
            || fault.Spares(request, tokens))
        {
            return null;
        }
        left--;
        return fault;
    }
}
