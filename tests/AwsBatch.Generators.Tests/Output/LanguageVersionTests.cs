using AwsBatch.Generators.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;

namespace AwsBatch.Generators.Tests.Output;

/// <summary>What is generated compiles as C# 12 or newer; below, one error says so.</summary>
public sealed class LanguageVersionTests
{
    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.CSharp14)]
    [InlineData(LanguageVersion.Preview)]
    public void Every_form_of_output_compiles(LanguageVersion version)
    {
        // Tokens of several parts, lists and maps; consumers; copies for idempotency tokens; bodies; a lean client.
        GeneratorTest.Run(GeneratorTest.Compile("""
            using Amazon.S3.Model;

            [AwsBatch.BatchService("s3", "GetObject", "HeadObject", "ListObjectsV2", "ListObjectVersions", "ListParts", "PutObject")]
            public partial interface IS3
            {
                Task<ListBucketsResponse> ListBucketsAsync(ListBucketsRequest request);
            }

            [AwsBatch.BatchService("dynamodb", "BatchGetItem", "PutItem", "Query", "Scan")]
            public partial interface IDynamoDb;

            [AwsBatch.BatchService("ec2", "DescribeInstances", "RunInstances")]
            public partial interface IEc2;
            """).In(version));
    }

    [Fact]
    public async Task An_older_language_is_told_in_one_error()
    {
        var compilation = GeneratorTest.Compile("""
            [AwsBatch.BatchService("dynamodb", "Query")]
            public partial interface IBatch
            {
            }
            """).In(LanguageVersion.CSharp11);

        var error = Assert.Single(await AnalyzerTest.DiagnosticsAsync(compilation));

        Assert.Equal("AWSB008", error.Id);
        Assert.EndsWith(
            "what is generated for it needs C# 12.0 or newer, and the LangVersion of this project is 11.0",
            error.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
    }
}
