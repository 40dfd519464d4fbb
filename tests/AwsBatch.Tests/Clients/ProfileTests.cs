using Amazon;
using Amazon.Runtime;
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

    /// <remarks>Its endpoints among it, which the SDK looks up by its name.</remarks>
    [Fact]
    public async Task A_client_has_what_else_its_profile_says()
    {
        await File.WriteAllTextAsync(
            CredentialsFile, "[other]\naws_access_key_id = AKIDOTHER\naws_secret_access_key = not-a-real-secret\nregion = eu-north-1\n");
        await using var harness = new Harness(static options => options.Region = null);

        var config = await ConfigAsync(harness, "other");

        Assert.Equal("other", config.Profile?.Name);
        Assert.Equal("eu-north-1", config.RegionEndpoint.SystemName);
    }

    // The access key that it would be signed with.
    private static async Task<string> SendAsync(Harness harness, string profile) =>
        (await (await ClientAsync(harness, profile)).Credentials.GetCredentialsAsync()).AccessKey;

    private static async Task<IClientConfig> ConfigAsync(Harness harness, string profile) => (await ClientAsync(harness, profile)).Config;

    private static async Task<FakeClient> ClientAsync(Harness harness, string profile)
    {
        FakeClient? used = null;
        var operation = BatchOperation.Create<FakeRequest, string>(Harness.Service, "Call", (client, _, _) =>
        {
            used = (FakeClient)client;
            return Task.FromResult("ok");
        });
        var options = new BatchOptions { Target = new BatchTarget { Profile = profile } };
        await harness.Batches.BatchAsync(operation, Harness.Requests(1), options, CancellationToken.None);
        return used!;
    }
}
