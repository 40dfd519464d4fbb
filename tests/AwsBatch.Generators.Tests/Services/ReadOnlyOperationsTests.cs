using AwsBatch.Generators.Services;
using AwsBatch.Generators.Tests.Support;

namespace AwsBatch.Generators.Tests.Services;

public sealed class ReadOnlyOperationsTests
{
    [Theory]
    [InlineData("ec2", "DescribeInstances")]
    [InlineData("s3", "HeadObject")]
    [InlineData("dynamodb", "Query")]
    [InlineData("dynamodb", "Scan")]
    [InlineData("dynamodb", "BatchGetItem")]
    [InlineData("dynamodb", "TransactGetItems")]
    [InlineData("sqs", "GetQueueUrl")]
    [InlineData("ssm", "GetParameters")]
    [InlineData("sts", "GetCallerIdentity")]
    [InlineData("secretsmanager", "GetSecretValue")]
    public void What_reads(string service, string operation) => Assert.True(ReadOnlyOperations.Contains(service, operation));

    [Theory]
    [InlineData("ec2", "RunInstances")]
    [InlineData("sqs", "ReceiveMessage")]
    [InlineData("kms", "GenerateDataKey")]
    [InlineData("dynamodb", "ExecuteStatement")]
    [InlineData("any", "Getaway")]
    [InlineData("any", "Scanner")]
    [InlineData("sts", "GetSessionToken")]
    [InlineData("sts", "GetFederationToken")]
    [InlineData("sso", "GetRoleCredentials")]
    [InlineData("ssm", "GetAccessToken")]
    [InlineData("ssm", "GetDeployablePatchSnapshotForInstance")]
    [InlineData("kms", "GetParametersForImport")]
    [InlineData("ecr", "GetAuthorizationToken")]
    [InlineData("redshift", "GetClusterCredentialsWithIAM")]
    [InlineData("redshift-serverless", "GetCredentials")]
    [InlineData("cognito-identity", "GetOpenIdTokenForDeveloperIdentity")]
    [InlineData("quicksight", "GetDashboardEmbedUrl")]
    [InlineData("secretsmanager", "GetRandomPassword")]
    [InlineData("stepfunctions", "GetActivityTask")]
    [InlineData("kinesis", "GetRecords")]
    public void What_does_not_or_hands_out_something_of_its_own(string service, string operation) =>
        Assert.False(ReadOnlyOperations.Contains(service, operation));

    [Fact]
    public void What_reads_and_is_denied_is_recorded_for_the_services_at_hand()
    {
        var denied = Requests.Services.Packages.Keys
            .SelectMany(service => Requests.Services.OperationsOf(service)
                .Where(operation => !operation.IsReadOnly && HasVerb(operation.Name))
                .Select(operation => $"{service} {operation.Name}")
                .Order(StringComparer.Ordinal));

        Assert.Equal(
            [
                "kms GetParametersForImport",
                "ssm GetAccessToken",
                "ssm GetDeployablePatchSnapshotForInstance",
                "sts GetDelegatedAccessToken",
                "sts GetFederationToken",
                "sts GetSessionToken",
                "sts GetWebIdentityToken",
                "sso GetRoleCredentials",
            ],
            denied);
    }

    [Theory]
    [InlineData("ReadOnlyOperations.tsv")]
    [InlineData("IdempotencyTokens.tsv")]
    public void Every_service_of_the_tables_has_its_name_of_the_AWS_CLI(string table) => Assert.All(
        DataTable.Read(table).Select(columns => columns[0]).Where(service => service != "*"),
        service => Assert.Contains(ServiceNames.All, known => known.Name == service));

    private static bool HasVerb(string operation) =>
        new[] { "Describe", "Get", "List", "Head", "Search", "Query", "Scan", "BatchGet", "TransactGet" }
            .Any(verb => operation.StartsWith(verb, StringComparison.Ordinal));
}
