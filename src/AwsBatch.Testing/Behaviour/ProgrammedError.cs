using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Behaviour;

/// <summary>An error that hits some of the calls of an operation. Guarded by the lock of its <see cref="OperationBehaviour"/>.</summary>
internal sealed class ProgrammedError(AwsError error, int? times, double probability, int seed, Func<ReceivedRequest, bool>? when)
{
    private readonly Random random = new(seed);
    private int? left = times;

    public AwsError? Hit(ReceivedRequest request)
    {
        if (left == 0 || when?.Invoke(request) == false || (probability < 1 && random.NextDouble() >= probability))
            return null;
        left--;
        return error;
    }
}
