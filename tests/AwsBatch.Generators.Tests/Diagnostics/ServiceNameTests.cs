using AwsBatch.Generators.Tests.Support;

namespace AwsBatch.Generators.Tests.Diagnostics;

/// <summary>AWSB001 and AWSB002.</summary>
public sealed class ServiceNameTests
{
    [Fact]
    public async Task An_unknown_service_is_reported_at_its_string_with_the_nearest_names()
    {
        var messages = await AnalyzerTest.RunAsync("""
            [AwsBatch.BatchService({|AWSB001:"dynamodbb"|}, "GetItem")]
            public partial interface IBatch;
            """);

        Assert.Equal(["'dynamodbb' is no AWS service; did you mean 'dynamodb'?"], messages);
    }

    [Fact]
    public async Task Nothing_is_guessed_where_no_name_is_near()
    {
        var messages = await AnalyzerTest.RunAsync("""
            [AwsBatch.BatchService({|AWSB001:"no-such-thing-at-all"|})]
            public partial interface IBatch;
            """);

        Assert.Equal(["'no-such-thing-at-all' is no AWS service"], messages);
    }

    [Fact]
    public async Task An_unknown_service_is_one_error_though_members_are_declared()
    {
        await AnalyzerTest.RunAsync("""
            using Amazon.S3.Model;

            [AwsBatch.BatchService({|AWSB001:"s33"|})]
            public partial interface IBatch
            {
                Task<ListBucketsResponse> ListBucketsAsync(ListBucketsRequest request);
            }
            """);
    }

    [Fact]
    public async Task A_known_service_without_its_package_names_the_package_and_the_command()
    {
        var messages = await AnalyzerTest.RunAsync(
            """
            [AwsBatch.BatchService({|AWSB002:"ssm"|}, "GetParameter")]
            public partial interface IBatch;
            """,
            [.. References.Minimal, References.S3]);

        Assert.Equal(
            ["The service 'ssm' is in the package AWSSDK.SimpleSystemsManagement, which this project does not reference: "
             + "dotnet add package AWSSDK.SimpleSystemsManagement"],
            messages);
    }

    [Fact]
    public async Task A_pragma_suppresses_it()
    {
        await AnalyzerTest.RunAsync("""
            #pragma warning disable AWSB001
            [AwsBatch.BatchService("dynamodbb")]
            #pragma warning restore AWSB001
            public partial interface IBatch;
            """);
    }
}
