using Amazon.Runtime;

namespace AwsBatch.Simulation.Core;

/// <summary>A source of credentials that takes its time, may fail, and each time has new ones.</summary>
internal sealed class SimulatedCredentials(Random random, SimulatedTime time) : AWSCredentials
{
    private int issued;

    /// <summary>How many attempts were refused for them, or wait for new ones.</summary>
    // One at a time: of several that wait for one task the platform lets only one go on in the same thread.
    public int Refused { get; set; }

    public override ImmutableCredentials GetCredentials() => throw new NotSupportedException("The engine asks asynchronously.");

    public override Task<ImmutableCredentials> GetCredentialsAsync()
    {
        if (issued == 0)
            return Issue();

        var asked = new TaskCompletionSource<ImmutableCredentials>();
        time.After(
            TimeSpan.FromMilliseconds(random.Next(2000)),
            () =>
            {
                Refused--;
                if (random.Next(5) == 0)
                    asked.SetException(new AmazonClientException("The source of credentials failed."));
                else
                    asked.SetResult(Issue().Result);
            });
        return asked.Task;
    }

    private Task<ImmutableCredentials> Issue() =>
        Task.FromResult(new ImmutableCredentials($"AKID{issued++}", "not-a-real-secret", token: null));
}
