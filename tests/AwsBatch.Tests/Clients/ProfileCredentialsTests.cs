using Amazon;
using Amazon.Runtime;
using AwsBatch.CompilerServices;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Clients;

/// <summary>Profiles that the app gives credentials for, beside those of files.</summary>
[Collection(nameof(ProfileTests))]
public sealed class ProfileCredentialsTests : IDisposable
{
    private readonly string? regionBefore = AWSConfigs.AWSRegion;
    private readonly List<string> asked = [];

    public void Dispose()
    {
        AWSConfigs.AWSRegion = regionBefore;
        FallbackRegionFactory.Reset();
    }

    [Fact]
    public async Task Each_profile_is_asked_for_once_and_signs_with_its_own()
    {
        await using var harness = new Harness(options => options.ProfileCredentials = Give);

        Assert.Equal(
            ["KEY-a", "KEY-b", "KEY-a", "AKIDFAKE"],
            [await SendAsync(harness, "a"), await SendAsync(harness, "b"), await SendAsync(harness, "a"), await SendAsync(harness, null)]);
        Assert.Equal(["a", "b"], asked);
    }

    [Fact]
    public async Task The_profile_of_the_options_is_asked_for_too()
    {
        await using var harness = new Harness(options => (options.Profile, options.ProfileCredentials) = ("common", Give));

        Assert.Equal("KEY-common", await SendAsync(harness, null));
    }

    [Fact]
    public async Task A_profile_it_does_not_know_is_of_the_files()
    {
        await using var harness = new Harness(options => options.ProfileCredentials = _ => null);

        var refusal = await Assert.ThrowsAsync<AwsBatchConfigurationException>(() => SendAsync(harness, "no-such-profile"));

        Assert.Contains("Profile 'no-such-profile' is not in the shared AWS", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_throws_is_told_with_the_profile_and_it_is_asked_again()
    {
        var works = false;
        await using var harness = new Harness(options => options.ProfileCredentials = profile =>
            works ? Give(profile) : throw new InvalidOperationException("the vault is closed"));

        var refusal = await Assert.ThrowsAsync<AwsBatchConfigurationException>(() => SendAsync(harness, "a"));
        Assert.Contains("profile 'a'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("the vault is closed", refusal.Message, StringComparison.Ordinal);

        works = true;
        Assert.Equal("KEY-a", await SendAsync(harness, "a"));
    }

    [Fact]
    public async Task Where_neither_options_nor_files_have_a_region_it_is_the_environments()
    {
        AWSConfigs.AWSRegion = "eu-south-2";
        FallbackRegionFactory.Reset();
        await using var harness = new Harness(options => (options.Region, options.ProfileCredentials) = (null, Give));

        var batch = await harness.Batches.BatchAsync(Key, Harness.Requests(1), Of("a"), CancellationToken.None);

        Assert.Equal("eu-south-2", batch[0].Target.Region);
    }

    // The access key that a request would be signed with.
    private static ServiceOperation<FakeRequest, string> Key { get; } = BatchOperation.Create<FakeRequest, string>(
        Harness.Service,
        "Call",
        static async (client, _, _) => (await ((FakeClient)client).Credentials.GetCredentialsAsync()).AccessKey);

    private static BatchOptions Of(string? profile) => new() { Target = new BatchTarget { Profile = profile } };

    private static async Task<string> SendAsync(Harness harness, string? profile) =>
        (await harness.Batches.BatchAsync(Key, Harness.Requests(1), Of(profile), CancellationToken.None))[0].Response!;

    private BasicAWSCredentials Give(string profile)
    {
        asked.Add(profile);
        return new BasicAWSCredentials("KEY-" + profile, "not-a-real-secret");
    }
}
