using AwsBatch.Generators.Services;
using AwsBatch.Generators.Tests.Support;

namespace AwsBatch.Generators.Tests.Services;

public sealed class ServiceNamesTests
{
    [Theory]
    [InlineData("s3", "s3", "AWSSDK.S3")]
    [InlineData("ec2", "ec2", "AWSSDK.EC2")]
    [InlineData("ssm", "ssm", "AWSSDK.SimpleSystemsManagement")]
    [InlineData("dynamodb", "dynamodb", "AWSSDK.DynamoDBv2")]
    [InlineData("sts", "sts", "AWSSDK.SecurityToken")]
    [InlineData("kms", "kms", "AWSSDK.KeyManagementService")]
    [InlineData("logs", "logs", "AWSSDK.CloudWatchLogs")]
    [InlineData("stepfunctions", "stepfunctions", "AWSSDK.StepFunctions")]
    [InlineData("elbv2", "elbv2", "AWSSDK.ElasticLoadBalancingV2")]
    [InlineData("lambda", "lambda", "AWSSDK.Lambda")]
    [InlineData("cognito-idp", "cognito-idp", "AWSSDK.CognitoIdentityProvider")]
    [InlineData("CognitoIdp", "cognito-idp", "AWSSDK.CognitoIdentityProvider")]
    [InlineData("SimpleSystemsManagement", "ssm", "AWSSDK.SimpleSystemsManagement")]
    [InlineData("s3api", "s3", "AWSSDK.S3")]
    public void A_service_is_found_by_its_name_or_its_package(string written, string name, string package)
    {
        var service = ServiceNames.Find(written);

        Assert.Equal((name, package), (service?.Name, service?.Package));
    }

    [Theory]
    [InlineData("")]
    [InlineData("s4")]
    public void What_is_no_service_is_not_found(string written) => Assert.Null(ServiceNames.Find(written));

    [Fact]
    public void The_table_is_sorted_complete_and_without_repeats()
    {
        var names = ServiceNames.All.Select(service => service.Name).ToList();

        Assert.True(names.Count > 400);
        Assert.Equal(names.Distinct().Order(StringComparer.Ordinal), names);
        Assert.All(ServiceNames.All, service =>
        {
            Assert.Matches("^[a-z0-9-]+$", service.Name);
            Assert.Matches("^[A-Z][A-Za-z0-9]+$", service.Suffix);
        });
    }

    [Fact]
    public void Every_referenced_package_has_a_name()
    {
        var packages = References.All
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Display)!)
            .Where(name => name.StartsWith("AWSSDK.", StringComparison.Ordinal) && name != "AWSSDK.Core")
            .ToList();

        Assert.Equal(9, packages.Count);
        Assert.All(packages, package => Assert.Contains(ServiceNames.All, service => service.Package == package));
    }
}
