using AwsBatch.Dynamic.Tests.Execution;

namespace AwsBatch.Dynamic.Tests.Requests;

/// <summary>What cannot be sent in a header is told, and neither left out nor tried again.</summary>
public sealed class HeaderTests
{
    [Theory]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData("é")]
    [InlineData("")]
    public void Metadata_with_a_name_that_no_header_has(string name)
    {
        var error = Made.Error("s3", "PutObject", $$$"""{"Bucket":"b","Key":"k","Body":"","Metadata":{"{{{name}}}":"x"}}""");

        Assert.StartsWith("params.Metadata", error.Path, StringComparison.Ordinal);
        Assert.Contains("has a name that no header has", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PutObject", """{"Bucket":"b","Key":"k","Body":"","ContentLanguage":"é"}""")]
    [InlineData("PutObject", """{"Bucket":"b","Key":"k","Body":"","Metadata":{"a":"é"}}""")]
    [InlineData("CopyObject", """{"Bucket":"b","Key":"k","CopySource":"from/a","Metadata":{"a":"é"},"MetadataDirective":"REPLACE"}""")]
    [InlineData("CopyObject", """{"Bucket":"b","Key":"k","CopySource":"from/a","StorageClass":"é"}""")]
    [InlineData("HeadObject", """{"Bucket":"b","Key":"k","SSECustomerAlgorithm":"é"}""")]
    public async Task A_value_that_is_not_ASCII(string operation, string parameters)
    {
        await using var aws = await Aws.StartAsync();
        await aws.RunAsync("s3", operation, parameters.Replace('é', 'e'));
        var sent = aws.Endpoint.Wire.Requests;

        // The second of an operation may take the lean pipeline.
        var item = await aws.RunAsync("s3", operation, parameters);

        Assert.Equal((1, sent), (sent, aws.Endpoint.Wire.Requests));
        Assert.Equal(BatchErrorKind.Validation, item.Error!.Kind);
        Assert.Contains("cannot be sent: its value has characters that are not ASCII", item.Error.Message, StringComparison.Ordinal);
    }
}
