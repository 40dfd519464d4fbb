using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Dynamic.Tests.Catalog;

public sealed class CatalogTests
{
    private static readonly AwsServiceCatalog Catalog = AwsServiceCatalog.Default;

    [Fact]
    public void The_apps_packages_are_its_services_by_their_names_in_the_AWS_CLI() => Assert.Equal(
        ["dynamodb", "ec2", "kms", "lambda", "s3", "sqs", "ssm", "sso", "sso-oidc", "sts"],
        Catalog.Services.Select(service => service.Name));

    [Theory]
    [InlineData("ssm")]
    [InlineData("SSM")]
    [InlineData("SimpleSystemsManagement")]
    public void A_service_goes_by_its_name_or_its_packages(string name) =>
        Assert.Equal("AWSSDK.SimpleSystemsManagement", Catalog.Find(name)!.Package);

    [Fact]
    public void A_catalogue_of_some_assemblies_has_their_services_alone() => Assert.Equal(
        ["sqs"],
        AwsServiceCatalog.Of(typeof(Amazon.SQS.IAmazonSQS).Assembly, typeof(string).Assembly, typeof(Amazon.Runtime.AmazonServiceClient).Assembly)
            .Services.Select(service => service.Name));

    [Fact]
    public void A_directory_adds_the_packages_that_lie_in_it()
    {
        var catalog = AwsServiceCatalog.Of().With(Path.GetDirectoryName(typeof(Amazon.SQS.IAmazonSQS).Assembly.Location)!);

        Assert.NotNull(catalog.Find("sqs")!.Find("SendMessage"));
    }

    [Fact]
    public void Of_two_packages_for_one_service_a_directorys_does_not_hold()
    {
        var directory = Directory.CreateTempSubdirectory("awsbatch-packages-");
        try
        {
            File.WriteAllText(Path.Combine(directory.FullName, "AWSSDK.SQS.dll"), "This cannot be loaded.");

            var catalog = AwsServiceCatalog.Of(typeof(Amazon.SQS.IAmazonSQS).Assembly).With(directory.FullName);

            Assert.NotNull(catalog.Find("sqs"));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public void To_register_the_services_loads_none_of_their_packages()
    {
        var directory = Directory.CreateTempSubdirectory("awsbatch-packages-");
        try
        {
            File.WriteAllText(Path.Combine(directory.FullName, "AWSSDK.Broken.dll"), "This cannot be loaded.");
            var catalog = AwsServiceCatalog.Of().With(directory.FullName);

            new ServiceCollection().AddAwsBatchDynamic(catalog: catalog);

            Assert.Throws<BadImageFormatException>(() => catalog.Find("broken"));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_package_that_has_gone_cannot_be_loaded_either()
    {
        var directory = Directory.CreateTempSubdirectory("awsbatch-packages-");
        File.WriteAllText(Path.Combine(directory.FullName, "AWSSDK.Gone.dll"), "");
        var catalog = AwsServiceCatalog.Of().With(directory.FullName);
        directory.Delete(recursive: true);

        Assert.Throws<BadImageFormatException>(() => catalog.Find("gone"));
    }

    [Fact]
    public void A_package_that_cannot_be_loaded_is_its_own_requests_mistake()
    {
        var directory = Directory.CreateTempSubdirectory("awsbatch-packages-");
        try
        {
            File.WriteAllText(Path.Combine(directory.FullName, "AWSSDK.Broken.dll"), "This cannot be loaded.");
            var catalog = AwsServiceCatalog.Of(typeof(Amazon.SQS.IAmazonSQS).Assembly).With(directory.FullName);

            var error = DynamicRequest.FindError(DynamicRequest.Create("broken", "Mend", default, new DynamicRequestOptions { Catalog = catalog }));

            Assert.StartsWith("service 'broken' has a package that cannot be loaded: ", error!.Message, StringComparison.Ordinal);
            Assert.Equal(["sqs"], catalog.Services.Select(service => service.Name));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public void Every_operation_of_the_packages_is_listed() =>
        Assert.Equal(1239 + 3, Catalog.Services.Sum(service => service.Operations.Count));

    [Theory]
    [InlineData("s3", "GetObject", true, false, true)]
    [InlineData("s3", "HeadObject", true, false, false)]
    [InlineData("s3", "ListObjectsV2", true, true, false)]
    [InlineData("s3", "PutObject", false, false, false)]
    [InlineData("ec2", "DescribeInstances", true, true, false)]
    [InlineData("sts", "GetSessionToken", false, false, false)]
    [InlineData("sqs", "GetQueueUrl", true, false, false)]
    public void An_operation_has_its_kind(string service, string operation, bool reads, bool pages, bool streams)
    {
        var found = Catalog.Find(service)!.Find(operation)!;

        Assert.Equal((reads, pages, streams), (found.IsReadOnly, found.IsPageable, found.IsStreaming));
    }

    [Theory]
    [InlineData("s3", "ListObjectsV2", "ContinuationToken", "NextContinuationToken")]
    [InlineData("dynamodb", "Query", "ExclusiveStartKey", "LastEvaluatedKey")]
    [InlineData("s3", "ListBucketMetricsConfigurations", "ContinuationToken", "NextContinuationToken")]
    [InlineData("sso", "ListAccounts", "nextToken", "nextToken")]
    public void Page_tokens_have_their_API_names(string service, string operation, string request, string response) =>
        Assert.Equal([new AwsPageToken(request, response)], Catalog.Find(service)!.Find(operation)!.PageTokens);
}
