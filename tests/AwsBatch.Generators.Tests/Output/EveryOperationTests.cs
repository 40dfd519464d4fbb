using AwsBatch.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Generators.Tests.Output;

/// <summary>Every operation of every SDK package at hand binds: named, generated, compiled, loaded and resolved from DI.</summary>
public sealed class EveryOperationTests
{
    [Theory]
    [InlineData("s3", 100)]
    [InlineData("ec2", 750)]
    [InlineData("dynamodb", 50)]
    [InlineData("kms", 50)]
    [InlineData("sqs", 20)]
    [InlineData("ssm", 140)]
    [InlineData("sts", 8)]
    [InlineData("sso", 4)]
    [InlineData("sso-oidc", 4)]
    public void Of_a_package(string service, int atLeast)
    {
        var operations = Requests.Services.OperationsOf(service);
        Assert.True(operations.Count >= atLeast, $"only {operations.Count} operations of {service}");

        var app = Requests.Services.AssemblyOf(service);
        var batch = app.GetType("IBatch")!;
        var services = new ServiceCollection();
        app.GetType("Use")!.GetMethod("Add")!.Invoke(null, [services]);
        using var provider = services.BuildServiceProvider();
        Assert.IsAssignableFrom(batch, provider.GetRequiredService(batch));
        var methods = batch.GetMethods().Select(method => method.Name).ToHashSet();
        Assert.All(operations, operation => Assert.Contains($"{operation.Name}Async", methods));
    }

    [Fact]
    public void Of_a_package_that_is_not_at_hand()
    {
        // What every SDK package has in common, under the name of one that is not referenced here.
        var athena = GeneratorTest.Compile("AWSSDK.Athena", [GeneratorTest.Source("""
            using Amazon.Runtime;

            namespace Amazon.Athena
            {
                public interface IAmazonAthena : IAmazonService
                {
                    Task<Model.GetQueryResultsResponse> GetQueryResultsAsync(Model.GetQueryResultsRequest request, CancellationToken cancellationToken = default);

                    Task<Model.GetQueryResultsResponse> GetQueryResultsAsync(string id, CancellationToken cancellationToken = default);

                    static ClientConfig IAmazonService.CreateDefaultClientConfig() => null!;

                    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials credentials, ClientConfig config) => null!;
                }
            }

            namespace Amazon.Athena.Model
            {
                public class GetQueryResultsRequest : AmazonWebServiceRequest
                {
                    public string? QueryExecutionId { get; set; }
                }

                public class GetQueryResultsResponse : AmazonWebServiceResponse;
            }
            """)], References.All);

        var text = GeneratorTest.Run(GeneratorTest.Compile(
            "App",
            [GeneratorTest.Source("""
                [AwsBatch.BatchService("athena", "GetQueryResults")]
                public partial interface IBatch;
                """)],
            [.. References.All, athena.ToMetadataReference()]))["IBatch"];

        Assert.Matches("For<global::Amazon\\.Athena\\.IAmazonAthena>\\(\\s*\"athena\"\\)", text);
        Assert.Contains("parameters.Add(\"QueryExecutionId\", request.QueryExecutionId)", text);
    }

    // AppSync's; none of the packages at hand has such a one.
    [Fact]
    public void Of_the_name_of_a_method_that_every_class_has()
    {
        var appSync = GeneratorTest.Compile("AWSSDK.AppSync", [GeneratorTest.Source("""
            using Amazon.Runtime;

            namespace Amazon.AppSync
            {
                public interface IAmazonAppSync : IAmazonService
                {
                    Task<Model.GetTypeResponse> GetTypeAsync(Model.GetTypeRequest request, CancellationToken cancellationToken = default);

                    static ClientConfig IAmazonService.CreateDefaultClientConfig() => null!;

                    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials credentials, ClientConfig config) => null!;
                }
            }

            namespace Amazon.AppSync.Model
            {
                public class GetTypeRequest : AmazonWebServiceRequest
                {
                    public string? TypeName { get; set; }
                }

                public class GetTypeResponse : AmazonWebServiceResponse;
            }
            """)], References.All);

        GeneratorTest.Run(GeneratorTest.Compile(
            "App",
            [GeneratorTest.Source("[AwsBatch.BatchService(\"appsync\", \"GetType\")] public partial interface IBatch;")],
            [.. References.All, appSync.ToMetadataReference()]));
    }
}
