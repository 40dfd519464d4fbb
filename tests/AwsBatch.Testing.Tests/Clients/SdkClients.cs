using Amazon.DynamoDBv2;
using Amazon.EC2;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecurityToken;
using Amazon.SimpleSystemsManagement;
using Amazon.SQS;

namespace AwsBatch.Testing.Tests.Clients;

/// <summary>Real SDK clients of an endpoint, without retries, each with connections of its own.</summary>
internal static class SdkClients
{
    public static AmazonS3Client S3(this AwsEndpoint aws, AWSCredentials? credentials = null, Action<AmazonS3Config>? configure = null)
    {
        var config = Configure(aws, new AmazonS3Config { ForcePathStyle = true });
        configure?.Invoke(config);
        return new(credentials ?? aws.Credentials, config);
    }

    public static AmazonEC2Client Ec2(this AwsEndpoint aws, AWSCredentials? credentials = null) =>
        new(credentials ?? aws.Credentials, Configure(aws, new AmazonEC2Config()));

    public static AmazonDynamoDBClient DynamoDb(this AwsEndpoint aws, AWSCredentials? credentials = null) =>
        new(credentials ?? aws.Credentials, Configure(aws, new AmazonDynamoDBConfig()));

    public static AmazonSQSClient Sqs(this AwsEndpoint aws, AWSCredentials? credentials = null) =>
        new(credentials ?? aws.Credentials, Configure(aws, new AmazonSQSConfig()));

    public static AmazonSimpleSystemsManagementClient Ssm(this AwsEndpoint aws, AWSCredentials? credentials = null) =>
        new(credentials ?? aws.Credentials, Configure(aws, new AmazonSimpleSystemsManagementConfig()));

    public static AmazonSecurityTokenServiceClient Sts(this AwsEndpoint aws, AWSCredentials? credentials = null) =>
        new(credentials ?? aws.Credentials, Configure(aws, new AmazonSecurityTokenServiceConfig()));

    private static T Configure<T>(AwsEndpoint aws, T config)
        where T : ClientConfig
    {
        config.ServiceURL = aws.Url.ToString();
        config.AuthenticationRegion = aws.Region;
        config.MaxErrorRetry = 0;
        config.MaxStaleConnectionRetries = 0;
        config.ThrottleRetries = false;
        config.HttpClientFactory = new OneHttpClientFactory(new HttpClient(Loopback.Handler(aws)));
        return config;
    }

    private sealed class OneHttpClientFactory(HttpClient client) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => client;

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        // Without the SDK's cache it would dispose the client, and its connections, after every call.
        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
    }
}
