using Amazon.Runtime;

namespace AwsBatch.Tests.Support;

/// <summary>Credentials that come when what is asked has ended.</summary>
public sealed class AskedCredentials(Func<Task> ask) : AWSCredentials
{
    public override ImmutableCredentials GetCredentials() => throw new NotSupportedException("Ask asynchronously.");

    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        await ask();
        return new ImmutableCredentials("AKIDTENANT", "not-a-real-secret", token: null);
    }
}
