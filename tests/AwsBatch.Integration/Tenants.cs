using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AwsBatch.Specification;

/// <summary>One batch over many accounts, each with the credentials of a role in it.</summary>
public sealed class Tenants(World world) : IClassFixture<World>
{
    [Scenario]
    public async Task Each_request_is_sent_as_the_account_whose_role_was_assumed()
    {
        string[] accounts = ["111111111111", "222222222222", "333333333333"];
        var own = world.Services.GetRequiredService<IOptions<AwsBatchOptions>>().Value;
        var sts = world.Services.GetRequiredService<IAccounts>();
        var services = new ServiceCollection();
        services.AddAwsBatch(aws =>
        {
            (aws.EndpointUrl, aws.Region, aws.Credentials) = (own.EndpointUrl, own.Region, own.Credentials);
            aws.ProfileCredentials = account => new AssumedRole(sts, account);
        });
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        var identities = Array.ConvertAll(accounts, account => IAccounts.GetCallerIdentity(new()).In(new BatchTarget { Profile = account }));

        var results = await provider.GetRequiredService<IAwsBatch>().RunAsync(identities);

        Assert.Equal(accounts, identities.Select(identity => results.Get(identity).EnsureSuccess().Account));
        Assert.Equal(accounts, results.Select(item => item.Target.Profile));
    }

    private sealed class AssumedRole(IAccounts sts, string account) : RefreshingAWSCredentials
    {
        protected override CredentialsRefreshState GenerateNewCredentials() => GenerateNewCredentialsAsync().GetAwaiter().GetResult();

        protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
        {
            var role = await sts.AssumeRoleAsync(
                new AssumeRoleRequest { RoleArn = $"arn:aws:iam::{account}:role/reader", RoleSessionName = "specification" });
            var credentials = role.Credentials;
            return new CredentialsRefreshState(
                new ImmutableCredentials(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken),
                credentials.Expiration ?? DateTime.MaxValue);
        }
    }
}

[BatchService("sts", "AssumeRole", "GetCallerIdentity")]
internal partial interface IAccounts;
