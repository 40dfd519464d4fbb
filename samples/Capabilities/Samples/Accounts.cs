using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using AwsBatch;
using AwsBatch.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Capabilities.Samples;

internal static class Accounts
{
    public static async Task RunAsync(Account account)
    {
        // A profile that is in no AWS file is a name the app gives credentials for: here a role to assume in each tenant's account.
        await using var provider = new ServiceCollection()
            .AddAwsBatch(options =>
            {
                options.UseEndpoint(account.Endpoint);
                options.ProfileCredentials = tenant => new TenantRole(account.Sts, tenant);
            })
            .Services.BuildServiceProvider();

        var tenants = Enumerable.Range(1, 40).Select(number => $"{number:000000000000}").ToList();
        var identities = tenants.ConvertAll(tenant => IStsBatch.GetCallerIdentity(new()).In(new BatchTarget { Profile = tenant }));
        var results = await provider.GetRequiredService<IAwsBatch>().RunAsync(identities);

        var own = tenants.Zip(identities).Count(pair => results.Get(pair.Second).Response?.Account == pair.First);
        Console.WriteLine($"  {own} of {results.Count} requests were answered as the account of their tenant");
        Console.WriteLine($"  the last as {results.Get(identities[^1]).Response?.Arn}");
    }

    /// <summary>Renewed ahead of its expiry, by whoever needs it; the core asks once for all requests of the account.</summary>
    private sealed class TenantRole(IStsBatch sts, string account) : RefreshingAWSCredentials
    {
        protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
        {
            var role = await sts.AssumeRoleAsync(
                new AssumeRoleRequest { RoleArn = $"arn:aws:iam::{account}:role/audit", RoleSessionName = "capabilities" });
            var keys = role.Credentials;
            return new CredentialsRefreshState(
                new ImmutableCredentials(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken), keys.Expiration ?? DateTime.MaxValue);
        }

        protected override CredentialsRefreshState GenerateNewCredentials() => GenerateNewCredentialsAsync().GetAwaiter().GetResult();
    }
}
