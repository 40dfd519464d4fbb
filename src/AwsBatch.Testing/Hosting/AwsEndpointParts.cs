using Amazon.Runtime;
using AwsBatch.Testing.Behaviour;
using AwsBatch.Testing.Services;
using AwsBatch.Testing.Services.DynamoDb;
using AwsBatch.Testing.Services.Ec2;
using AwsBatch.Testing.Services.Lambda;
using AwsBatch.Testing.Services.S3;
using AwsBatch.Testing.Services.Sqs;
using AwsBatch.Testing.Services.Ssm;
using AwsBatch.Testing.Services.Sts;
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
    EmbeddedLambda Lambda,
    EmbeddedDynamoDb DynamoDb,
    EmbeddedSqs Sqs,
    EmbeddedSsm Ssm)
{
    public static AwsEndpointParts Create(AwsEndpointOptions options)
    {
        var account = new ServiceAccount(options.AccountId, options.Region, options.TimeProvider);
        var accessKeys = new AccessKeys(options.TimeProvider);
        var (s3, ec2, lambda) = (new EmbeddedS3(account), new EmbeddedEc2(account), new EmbeddedLambda(account));
        var (dynamoDb, sqs, ssm) = (new EmbeddedDynamoDb(account), new EmbeddedSqs(account), new EmbeddedSsm(account));
        // S3 last: it takes any request that no other service claims.
        var services = new ServiceCatalog(
            new DynamoDbService(dynamoDb),
            new SqsService(sqs),
            new SsmService(ssm),
            new StsService(new RoleSessions(account, accessKeys)),
            new Ec2Service(ec2),
            new LambdaService(lambda),
            new S3Service(s3));

        var credentials = options.Credentials ?? NewCredentials();
        accessKeys.Add(credentials.GetCredentials());
        var clock = new EndpointClock();
        var verifier = new SignatureVerifier(accessKeys, clock);
        var behaviours = new BehaviourTable(services.Operations, options.TimeProvider);
        var wire = new WireCounters();
        var pipeline = new RequestPipeline(services, verifier, behaviours, clock, wire);
        return new(credentials, options.Region, accessKeys, clock, wire, behaviours, pipeline, s3, ec2, lambda, dynamoDb, sqs, ssm);
    }

    private static BasicAWSCredentials NewCredentials() => new(RandomCredentials.Key("AKIA"), RandomCredentials.Secret());
}
