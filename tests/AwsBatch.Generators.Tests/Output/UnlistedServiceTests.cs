using AwsBatch.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Tests.Output;

/// <summary>A service younger than the table of names is found by its package.</summary>
public sealed class UnlistedServiceTests
{
    private static readonly MetadataReference Package = Assembly.Build("AWSSDK.BrandNew", """
        namespace Amazon.BrandNew
        {
            using Amazon.Runtime;

            public interface IAmazonBrandNew : IAmazonService
            {
                static ClientConfig IAmazonService.CreateDefaultClientConfig() => null!;

                static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials credentials, ClientConfig config) => null!;

                Task<Model.GetTypeResponse> GetTypeAsync(Model.GetTypeRequest request, CancellationToken cancellationToken = default);

                [Obsolete]
                Task<Model.GetTypeResponse> GetOldAsync(Model.GetTypeRequest request, CancellationToken cancellationToken = default);

                [Obsolete("Gone.", error: true)]
                Task<Model.GetTypeResponse> GetGoneAsync(Model.GetTypeRequest request, CancellationToken cancellationToken = default);
            }
        }

        namespace Amazon.BrandNew.Model
        {
            public class GetTypeRequest : Amazon.Runtime.AmazonWebServiceRequest
            {
                public string? Name { get; set; }
            }

            public class GetTypeResponse : Amazon.Runtime.AmazonWebServiceResponse;
        }
        """);

    [Theory]
    [InlineData("brand-new")]
    [InlineData("brandnew")]
    [InlineData("BrandNew")]
    public void However_it_is_written_it_is_one_service(string written)
    {
        var result = Run($$"""
            [AwsBatch.BatchService("{{written}}", "GetOld")]
            public partial interface IOne;

            [AwsBatch.BatchService("brandnew", "GetOld")]
            public partial interface ITwo : IOne;
            """);

        Assert.Contains("\"brandnew\");", result["IOne"]);
        Assert.Contains("global::IOne.GetOldBatchAsync(", result["ITwo"]);
    }

    // As AppSync has one: every class has a method of this name.
    [Fact]
    public void An_operation_may_be_named_GetType() => Run("""
        [AwsBatch.BatchService("brand-new", "GetType")]
        public partial interface IBatch;
        """);

    [Fact]
    public void An_operation_that_is_obsolete_without_a_reason_is_so_here()
    {
        var text = Run("""
            [AwsBatch.BatchService("brand-new", "GetOld")]
            public partial interface IBatch;
            """)["IBatch"];

        Assert.Contains("[global::System.Obsolete]", text);
    }

    [Fact]
    public async Task An_operation_whose_use_is_an_error_is_none()
    {
        await AnalyzerTest.RunAsync(
            """
            [AwsBatch.BatchService("brand-new", {|AWSB003:"GetGone"|})]
            public partial interface IBatch;
            """,
            [.. References.All, Package]);
    }

    private static GeneratorResult Run(string source) =>
        GeneratorTest.Run(GeneratorTest.Compile("App", [GeneratorTest.Source(source)], [.. References.All, Package]));
}
