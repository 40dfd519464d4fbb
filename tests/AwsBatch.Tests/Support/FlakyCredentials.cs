using Amazon.Runtime;

namespace AwsBatch.Tests.Support;

/// <summary>Credentials that are not there until the test says so.</summary>
public sealed class FlakyCredentials : AWSCredentials
{
    public bool Work { get; set; }

    /// <summary>How often they were asked for.</summary>
    public int Asked { get; private set; }

    public override ImmutableCredentials GetCredentials()
    {
        Asked++;
        return Work ? new ImmutableCredentials("AKIDFAKE", "not-a-real-secret", null) : throw new AmazonClientException("the role is gone");
    }
}
