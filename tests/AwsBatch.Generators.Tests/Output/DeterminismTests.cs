using System.Globalization;
using AwsBatch.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace AwsBatch.Generators.Tests.Output;

/// <summary>Equal input gives equal bytes, whatever order, culture or line ends it comes in.</summary>
public sealed class DeterminismTests
{
    private const string Ec2 = """
        namespace Sample;

        [AwsBatch.BatchService("ec2", "DescribeInstances", "DescribeImages")]
        public partial interface IEc2Batch;
        """;

    private const string S3 = """
        namespace Sample;

        [AwsBatch.BatchService("s3", "GetObject")]
        public partial interface IS3Batch
        {
            Task<Amazon.S3.Model.ListBucketsResponse> ListBucketsAsync(
                Amazon.S3.Model.ListBucketsRequest request);
        }
        """;

    [Fact]
    public void The_order_of_files_does_not_matter() => AssertEqual(GeneratorTest.Run(Ec2, S3), GeneratorTest.Run(S3, Ec2));

    [Fact]
    public void The_order_of_operations_does_not_matter() => AssertEqual(
        GeneratorTest.Run(Ec2),
        GeneratorTest.Run(Ec2.Replace("\"DescribeInstances\", \"DescribeImages\"", "\"DescribeImages\", \"DescribeInstances\"", StringComparison.Ordinal)));

    [Fact]
    public void Line_ends_do_not_matter()
    {
        var result = GeneratorTest.Run(S3.ReplaceLineEndings("\r\n"));

        AssertEqual(GeneratorTest.Run(S3.ReplaceLineEndings("\n")), result);
        Assert.DoesNotContain("\r", result["Sample.IS3Batch"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public void The_culture_does_not_matter(string culture)
    {
        var expected = GeneratorTest.Run(Ec2, S3);
        var current = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            AssertEqual(expected, GeneratorTest.Run(Ec2, S3));
        }
        finally
        {
            CultureInfo.CurrentCulture = current;
        }
    }

    private static void AssertEqual(GeneratorResult expected, GeneratorResult actual)
    {
        Assert.Equal(Texts(expected), Texts(actual));

        static IEnumerable<(string Name, string Text)> Texts(GeneratorResult result) => result.Sources
            .Select(source => (source.HintName, source.SourceText.ToString()))
            .OrderBy(source => source.HintName, StringComparer.Ordinal);
    }
}
