using System.Runtime.Loader;
using AwsBatch.Generators.Services;
using AwsBatch.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Generators.Tests.Output;

/// <summary>Every operation of every SDK package at hand binds: named, generated, compiled, loaded and resolved from DI.</summary>
public sealed class EveryOperationTests
{
    [Theory]
    [InlineData("s3", "S3", 100)]
    [InlineData("ec2", "EC2", 750)]
    [InlineData("dynamodb", "DynamoDBv2", 50)]
    [InlineData("kms", "KeyManagementService", 50)]
    [InlineData("sqs", "SQS", 20)]
    [InlineData("ssm", "SimpleSystemsManagement", 140)]
    [InlineData("sts", "SecurityToken", 8)]
    [InlineData("sso", "SSO", 4)]
    [InlineData("sso-oidc", "SSOOIDC", 4)]
    public void Of_a_package(string service, string package, int atLeast)
    {
        var read = ServicePackage.Of(GeneratorTest.Compile().SourceModule.ReferencedAssemblySymbols
            .Single(assembly => assembly.Name == $"AWSSDK.{package}"));
        string[] operations = [.. read.OperationNames.Select(name => read.Find(name)!.Name).Distinct()];
        Assert.True(operations.Length >= atLeast, $"only {operations.Length} operations of {service}");

        var image = Assembly.Emit("App", $$"""
            using Microsoft.Extensions.DependencyInjection;

            [AwsBatch.BatchService("{{service}}", {{string.Join(", ", operations.Select(name => $"\"{name}\""))}})]
            public partial interface IBatch;

            public static class Use
            {
                public static void Add(IServiceCollection services) => services.AddAwsBatch();
            }
            """);

        var context = new AssemblyLoadContext(service, isCollectible: true);
        var app = context.LoadFromStream(new MemoryStream(image));
        var batch = app.GetType("IBatch")!;
        var services = new ServiceCollection();
        app.GetType("Use")!.GetMethod("Add")!.Invoke(null, [services]);
        using var provider = services.BuildServiceProvider();
        Assert.IsAssignableFrom(batch, provider.GetRequiredService(batch));
        Assert.All(operations, operation => Assert.Contains(batch.GetMethods(), method => method.Name == $"{operation}Async"));
        context.Unload();
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
}
