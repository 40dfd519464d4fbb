using Amazon;
using AwsBatch.CompilerServices;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Clients;

/// <summary>Profiles of files that are there for one test.</summary>
[Collection(nameof(ProfileTests))]
[CollectionDefinition(nameof(ProfileTests), DisableParallelization = true)]
public sealed class ProfileTests : IDisposable
{
    private readonly string? before = AWSConfigs.AWSProfilesLocation;
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("awsbatch-");

    public ProfileTests() => AWSConfigs.AWSProfilesLocation = CredentialsFile;

    private string CredentialsFile => Path.Combine(directory.FullName, "credentials");

    public void Dispose()
    {
        AWSConfigs.AWSProfilesLocation = before;
        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task A_profile_that_is_added_later_is_found()
    {
        await using var harness = new Harness();
        await File.WriteAllTextAsync(CredentialsFile, "");
        await Assert.ThrowsAsync<AwsBatchConfigurationException>(() => SendAsync(harness, "added-later"));

        await File.WriteAllTextAsync(
            CredentialsFile, "[added-later]\naws_access_key_id = AKIDLATER\naws_secret_access_key = not-a-real-secret\n");

        Assert.Equal("AKIDLATER", await SendAsync(harness, "added-later"));
    }

    // The access key that it would be signed with.
    private static async Task<string> SendAsync(Harness harness, string profile)
    {
        var operation = BatchOperation.Create<FakeRequest, string>(
            Harness.Service,
            "Call",
            static async (client, _, _) => (await ((FakeClient)client).Credentials.GetCredentialsAsync()).AccessKey);
        var options = new BatchOptions { Target = new BatchTarget { Profile = profile } };
        return (await harness.Batches.BatchAsync(operation, Harness.Requests(1), options, CancellationToken.None))[0].Response!;
    }
}
