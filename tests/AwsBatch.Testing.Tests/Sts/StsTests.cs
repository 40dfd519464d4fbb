using System.Net;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using AwsBatch.Testing.Tests.Clients;
using Microsoft.Extensions.Time.Testing;

namespace AwsBatch.Testing.Tests.Sts;

public sealed class StsTests : IAsyncLifetime, IDisposable
{
    private readonly FakeTimeProvider time = new(DateTimeOffset.UtcNow);
    private AwsEndpoint aws = null!;
    private AmazonSecurityTokenServiceClient sts = null!;

    public async Task InitializeAsync()
    {
        aws = await AwsEndpoint.StartAsync(new() { TimeProvider = time });
        sts = aws.Sts();
    }

    public async Task DisposeAsync() => await aws.DisposeAsync();

    public void Dispose() => sts.Dispose();

    [Fact]
    public async Task The_owner_of_the_endpoint_is_a_user_of_its_account()
    {
        var identity = await sts.GetCallerIdentityAsync(new());
        Assert.Equal(("123456789012", "arn:aws:iam::123456789012:user/embedded"), (identity.Account, identity.Arn));
    }

    [Fact]
    public async Task An_assumed_role_is_somebody_else_until_it_expires()
    {
        var role = await sts.AssumeRoleAsync(new()
        {
            RoleArn = "arn:aws:iam::210987654321:role/ops/Auditor", RoleSessionName = "nightly", DurationSeconds = 900,
        });
        Assert.Equal("arn:aws:sts::210987654321:assumed-role/Auditor/nightly", role.AssumedRoleUser.Arn);
        Assert.Equal(time.GetUtcNow().UtcDateTime.AddSeconds(900), role.Credentials.Expiration!.Value.ToUniversalTime(), TimeSpan.FromMilliseconds(1));

        using var assumed = aws.Sts(role.Credentials);
        var identity = await assumed.GetCallerIdentityAsync(new());
        Assert.Equal(("210987654321", role.AssumedRoleUser.Arn), (identity.Account, identity.Arn));
        Assert.Equal(role.AssumedRoleUser.AssumedRoleId, identity.UserId);

        time.Advance(TimeSpan.FromSeconds(900));
        var expired = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() => assumed.GetCallerIdentityAsync(new()));
        Assert.Equal(("ExpiredToken", HttpStatusCode.Forbidden), (expired.ErrorCode, expired.StatusCode));
    }

    [Theory]
    [InlineData("arn:aws:iam::1:role/x", "session", 900)]
    [InlineData("arn:aws:iam::123456789012:role/x", "a b", 900)]
    [InlineData("arn:aws:iam::123456789012:role/x", "session", 1)]
    public async Task What_is_no_role_no_session_or_no_duration_is_refused(string role, string session, int seconds)
    {
        var request = new AssumeRoleRequest { RoleArn = role, RoleSessionName = session, DurationSeconds = seconds };
        var error = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() => sts.AssumeRoleAsync(request));
        Assert.Equal("ValidationError", error.ErrorCode);
    }

    [Fact]
    public async Task Nobodys_key_is_refused_as_the_service_does()
    {
        using var nobody = aws.Sts(new BasicAWSCredentials("AKIANOBODY", "secret"));
        var error = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() => nobody.GetCallerIdentityAsync(new()));
        Assert.Equal(("InvalidClientTokenId", HttpStatusCode.Forbidden), (error.ErrorCode, error.StatusCode));
    }

    [Fact]
    public async Task What_is_not_implemented_is_refused_by_its_name()
    {
        var error = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() => sts.GetSessionTokenAsync(new()));
        Assert.Equal("The embedded endpoint does not implement sts:GetSessionToken.", error.Message);
    }
}
