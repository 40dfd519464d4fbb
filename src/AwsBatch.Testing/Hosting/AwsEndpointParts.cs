using Amazon.Runtime;
using AwsBatch.Testing.Behaviour;
using AwsBatch.Testing.Services;
using AwsBatch.Testing.Services.Ec2;
using AwsBatch.Testing.Services.Lambda;
using AwsBatch.Testing.Services.S3;
using AwsBatch.Testing.Signing;

namespace AwsBatch.Testing.Hosting;

/// <summary>Everything behind the socket, put together: here a new service is added.</summary>
internal sealed record AwsEndpointParts(
    BasicAWSCredentials Credentials,
    string Region,
    AccessKeys AccessKeys,
    EndpointClock Clock,
    WireCounters Wire,
    BehaviourTable Behaviours,
    RequestPipeline Pipeline,
    EmbeddedS3 S3,
    EmbeddedEc2 Ec2,
    EmbeddedLambda Lambda)
{
    public static AwsEndpointParts Create(AwsEndpointOptions options)
    {
        var account = new ServiceAccount(options.AccountId, options.Region, options.TimeProvider);
        var (s3, ec2, lambda) = (new EmbeddedS3(account), new EmbeddedEc2(account), new EmbeddedLambda(account));
        // S3 last: it takes any request that no other service claims.
        var services = new ServiceCatalog(new Ec2Service(ec2), new LambdaService(lambda), new S3Service(s3));

        var credentials = options.Credentials ?? NewCredentials();
        var accessKeys = new AccessKeys(options.TimeProvider);
        accessKeys.Add(credentials.GetCredentials());
        var clock = new EndpointClock();
        var verifier = new SignatureVerifier(accessKeys, clock);
        var behaviours = new BehaviourTable(services.Operations, options.TimeProvider);
        var wire = new WireCounters();
        var pipeline = new RequestPipeline(services, verifier, behaviours, clock, wire);
        return new(credentials, options.Region, accessKeys, clock, wire, behaviours, pipeline, s3, ec2, lambda);
    }

    private static BasicAWSCredentials NewCredentials() => new(RandomCredentials.Key("AKIA"), RandomCredentials.Secret());
}
