using Amazon.Runtime;

namespace AwsBatch.Simulation.Core;

/// <summary>A source of credentials that takes its time, and each time has new ones.</summary>
internal sealed class SimulatedCredentials(Random random, SimulatedTime time) : AWSCredentials
{
    private int issued;

    public override ImmutableCredentials GetCredentials() => throw new NotSupportedException("The engine asks asynchronously.");

    public override Task<ImmutableCredentials> GetCredentialsAsync()
    {
        var credentials = new ImmutableCredentials($"AKID{issued++}", "not-a-real-secret", null);
        if (issued == 1 || random.Next(2) == 0)
            return Task.FromResult(credentials);

        var asked = new TaskCompletionSource<ImmutableCredentials>();
        time.After(TimeSpan.FromMilliseconds(random.Next(1, 2000)), () => asked.SetResult(credentials));
        return asked.Task;
    }
}
