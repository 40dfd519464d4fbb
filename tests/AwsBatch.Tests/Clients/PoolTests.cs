using System.Runtime.CompilerServices;
using Amazon.Runtime;
using AwsBatch.CompilerServices;
using AwsBatch.Tests.Support;

namespace AwsBatch.Tests.Clients;

public sealed class PoolTests
{
    private readonly List<FakeClient> clients = [];

    [Fact]
    public async Task One_client_serves_every_call_to_one_target()
    {
        await using var harness = new Harness();

        await SendAsync(harness, null);
        await SendAsync(harness, new BatchTarget());
        await SendAsync(harness, new BatchTarget { Region = "eu-west-1" });

        Assert.Single(clients.Distinct());
    }

    [Fact]
    public async Task Another_region_or_endpoint_is_another_client()
    {
        await using var harness = new Harness();

        await SendAsync(harness, null);
        await SendAsync(harness, new BatchTarget { Region = "us-east-2" });
        await SendAsync(harness, new BatchTarget { EndpointUrl = "http://127.0.0.1:1" });

        Assert.Equal(3, clients.Distinct().Count());
        Assert.Equal("us-east-2", clients[1].Config.RegionEndpoint.SystemName);
        Assert.StartsWith("http://127.0.0.1:1", clients[2].Config.ServiceURL, StringComparison.Ordinal);
        Assert.Equal("eu-west-1", clients[2].Config.AuthenticationRegion);
    }

    [Fact]
    public async Task An_endpoint_of_the_services_own_configuration_is_a_custom_endpoint_too()
    {
        var elsewhere = BatchServiceDescriptor.For<IElsewhere>("elsewhere", static config => ((FakeConfig)config).Flavour = "custom");
        await using var harness = new Harness(add: services => AwsBatchRegistration.AddService(services, elsewhere));

        await SendAsync(harness, null, elsewhere);

        var config = Assert.IsType<FakeConfig>(clients[0].Config);
        Assert.StartsWith("http://127.0.0.1:2", config.ServiceURL, StringComparison.Ordinal);
        Assert.Equal(("eu-west-1", "custom"), (config.AuthenticationRegion, config.Flavour));
    }

    [Fact]
    public async Task Clients_share_one_snapshot_of_their_accounts_credentials()
    {
        await using var harness = new Harness();

        await SendAsync(harness, null);
        await SendAsync(harness, new BatchTarget { Region = "us-east-2" });

        Assert.Same(clients[0].Credentials, clients[1].Credentials);
        Assert.Equal("AKIDFAKE", (await clients[0].Credentials.GetCredentialsAsync()).AccessKey);
    }

    [Fact]
    public async Task ConfigureClient_reaches_the_clients_of_its_type_but_never_the_sdks_retries()
    {
        await using var harness = new Harness(options => options
            .ConfigureClient<FakeConfig>(config =>
            {
                config.Flavour = "mint";
                config.MaxErrorRetry = 9;
                config.MaxStaleConnectionRetries = 9;
                config.ThrottleRetries = true;
            })
            .ConfigureClient<Amazon.S3.AmazonS3Config>(_ => Assert.Fail("another service's configuration")));

        await SendAsync(harness, null);

        var config = Assert.IsType<FakeConfig>(clients[0].Config);
        Assert.Equal("mint", config.Flavour);
        Assert.Equal((0, 0, false), (config.MaxErrorRetry, config.MaxStaleConnectionRetries, config.ThrottleRetries));
    }

    [Fact]
    public async Task Clients_end_with_their_provider()
    {
        var harness = new Harness();
        await SendAsync(harness, null);

        await harness.DisposeAsync();

        Assert.True(clients[0].IsDisposed);
    }

    [Fact]
    public async Task A_client_that_was_being_made_ends_with_its_provider_too()
    {
        var asked = new TaskCompletionSource();
        var harness = new Harness(options => options.Credentials = new AskedCredentials(() => asked.Task));
        var sending = SendAsync(harness, null);

        await harness.DisposeAsync();
        asked.SetResult();

        await sending;
        // By whoever made it, right after it was handed out.
        Assert.True(SpinWait.SpinUntil(() => clients[0].IsDisposed, TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task A_missing_region_is_told_with_its_cure_before_anything_is_sent()
    {
        await using var harness = new Harness(options => options.Region = null);

        var refusal = await Assert.ThrowsAsync<AwsBatchConfigurationException>(() => SendAsync(harness, null));

        Assert.Contains("No AWS region is set", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("AwsBatchOptions.Region", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(clients);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("no region", null)]
    [InlineData("eu-west-1", "nobody")]
    public async Task What_is_wrong_with_a_target_is_told_without_flags_that_only_the_tool_has(string? region, string? profile)
    {
        await using var harness = new Harness(options => (options.Region, options.Profile) = (region, profile));

        var refusal = await Assert.ThrowsAsync<AwsBatchConfigurationException>(() => SendAsync(harness, null));

        Assert.DoesNotContain("--", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_credentials_are_told_with_their_cure_and_asked_for_again()
    {
        var credentials = new FlakyCredentials();
        await using var harness = new Harness(options => options.Credentials = credentials);

        var refusal = await Assert.ThrowsAsync<AwsBatchConfigurationException>(() => SendAsync(harness, null));
        Assert.Contains("AwsBatchOptions.Credentials", refusal.Message, StringComparison.Ordinal);

        credentials.Work = true;
        await SendAsync(harness, null);
        Assert.Single(clients);
    }

    [Fact]
    public async Task A_failure_that_nobody_waits_for_any_more_is_observed()
    {
        using var unobserved = new Unobserved("the role is late");

        Assert.Equal(0, await unobserved.CountAsync(await LeaveAndFailAsync("the role is late")));
    }

    [Fact]
    public async Task An_unknown_profile_is_told_by_name()
    {
        await using var harness = new Harness();

        var refusal = await Assert.ThrowsAsync<AwsBatchConfigurationException>(
            () => SendAsync(harness, new BatchTarget { Profile = "no-such-profile" }));

        Assert.StartsWith("Profile 'no-such-profile'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_profile_or_region_is_none()
    {
        await using var harness = new Harness();

        await SendAsync(harness, new BatchTarget { Profile = "", Region = "" });
        await SendAsync(harness, null);

        Assert.Single(clients.Distinct());
        Assert.Equal("eu-west-1", clients[0].Config.RegionEndpoint.SystemName);
    }

    [Theory]
    [InlineData("localhost:4566")]
    [InlineData("ftp://localhost")]
    [InlineData("http://localhost:4566/?x=1")]
    [InlineData("http://localhost:4566/#x")]
    [InlineData("")]
    public async Task An_endpoint_that_is_no_url_is_told_by_value(string url)
    {
        await using var harness = new Harness(options => options.EndpointUrl = url);

        var refusal = await Assert.ThrowsAsync<AwsBatchConfigurationException>(() => SendAsync(harness, null));

        Assert.Contains($"EndpointUrl '{url}'", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not a region!")]
    [InlineData("eu-west-1/")]
    [InlineData("eu_west_1")]
    [InlineData("eu..west")]
    [InlineData("eu-west-1\n")]
    [InlineData("ü-west-1")]
    [InlineData("-eu-west-1")]
    [InlineData("eu-west-1-")]
    [InlineData(" eu-west-1")]
    [InlineData("a-label-that-is-longer-than-the-sixty-three-characters-it-may-have")]
    public async Task A_region_that_cannot_be_part_of_a_host_is_told_by_value(string region)
    {
        await using var harness = new Harness(options => options.Region = region);

        var refusal = await Assert.ThrowsAsync<AwsBatchConfigurationException>(() => SendAsync(harness, null));

        Assert.Contains($"Region '{region}'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("AwsBatchOptions.Region", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("BatchTarget.Region", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("us-iso-x")]
    [InlineData("xx-nowhere-77")]
    [InlineData("local")]
    [InlineData("my.zone")]
    [InlineData("r")]
    [InlineData("EU-WEST-1")]
    public async Task A_region_that_the_sdk_does_not_know_is_used_as_it_is(string region)
    {
        await using var harness = new Harness();

        await SendAsync(harness, new BatchTarget { Region = region });

        Assert.Equal(region, clients[0].Config.RegionEndpoint.SystemName, ignoreCase: true);
        await SendAsync(harness, new BatchTarget { Region = region, EndpointUrl = "http://127.0.0.1:1" });
        Assert.Equal(region, clients[1].Config.AuthenticationRegion);
    }

    [Fact]
    public async Task A_service_that_is_not_registered_is_told_by_name()
    {
        await using var harness = new Harness();
        var operation = Harness.Operation((_, _) => Task.FromResult(""), service: BatchServiceDescriptor.For<IFakeService>("stranger"));

        var refusal = await Assert.ThrowsAsync<AwsBatchConfigurationException>(
            () => harness.Batches.BatchAsync(operation, Harness.Requests(1), null, CancellationToken.None));

        Assert.Contains("Service 'stranger' is not registered", refusal.Message, StringComparison.Ordinal);
    }

    // On a stack of its own, so that nothing keeps the failure.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> LeaveAndFailAsync(string message)
    {
        var credentials = new LateCredentials();
        var harness = new Harness(options => options.Credentials = credentials);
        using var cancellation = new CancellationTokenSource();
        var operation = Harness.Operation((_, _) => Task.FromResult("ok"));
        var batch = harness.Batches.BatchAsync(operation, Harness.Requests(1), null, cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch);

        var failure = new AmazonClientException(message);
        credentials.Fail(failure);
        await harness.DisposeAsync();
        return new WeakReference(failure);
    }

    private async Task SendAsync(Harness harness, BatchTarget? target, BatchServiceDescriptor? service = null)
    {
        var operation = BatchOperation.Create<FakeRequest, string>(service ?? Harness.Service, "Call", (client, _, _) =>
        {
            clients.Add((FakeClient)client);
            return Task.FromResult("ok");
        });
        var result = await harness.Batches.BatchAsync(
            operation, Harness.Requests(1), new BatchOptions { Target = target }, CancellationToken.None);
        Assert.True(result[0].IsSuccess);
    }

    /// <summary>As one whose endpoint a variable such as AWS_ENDPOINT_URL names.</summary>
    private interface IElsewhere : IAmazonService
    {
        static ClientConfig IAmazonService.CreateDefaultClientConfig() => new FakeConfig { ServiceURL = "http://127.0.0.1:2" };

        static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials credentials, ClientConfig config) =>
            new FakeClient(credentials, config);
    }

    private sealed class LateCredentials : AWSCredentials
    {
        private readonly TaskCompletionSource<ImmutableCredentials> found = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Fail(Exception exception) => found.SetException(exception);

        public override ImmutableCredentials GetCredentials() => throw new NotSupportedException();

        public override Task<ImmutableCredentials> GetCredentialsAsync() => found.Task;
    }
}
