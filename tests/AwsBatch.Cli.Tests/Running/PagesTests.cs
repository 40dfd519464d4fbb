using System.Text;
using System.Text.Json;
using AwsBatch.Cli.Running;
using AwsBatch.Dynamic;

namespace AwsBatch.Cli.Tests.Running;

public sealed class PagesTests
{
    [Fact]
    public void Lists_go_on_counts_add_up_and_the_token_is_asked_with()
    {
        var pages = new Pages(Operation("dynamodb", "Query"));

        var next = pages.Add(Json("""{"Items":[1],"Count":1,"ScannedCount":5,"LastEvaluatedKey":{"Id":{"S":"a"}}}"""), Json("""{"TableName":"t","exclusivestartkey":{}}"""));
        var end = pages.Add(Json("""{"Items":[2,3],"Count":2,"ScannedCount":6}"""), default);

        Assert.Equal("""{"TableName":"t","ExclusiveStartKey":{"Id":{"S":"a"}}}""", next!.Value.GetRawText());
        Assert.Null(end);
        Assert.Equal("""{"Items":[1,2,3],"Count":3,"ScannedCount":11}""", Encoding.UTF8.GetString(pages.Merge().Span));
    }

    [Fact]
    public void Lists_by_table_go_on_too()
    {
        var pages = new Pages(Operation("dynamodb", "BatchGetItem"));

        var next = pages.Add(Json("""{"Responses":{"t":[1]},"UnprocessedKeys":{"t":{"Keys":[2]}}}"""), Json("""{"RequestItems":{"t":{"Keys":[1,2]}}}"""));
        var end = pages.Add(Json("""{"Responses":{"t":[2],"u":[3]},"UnprocessedKeys":{}}"""), default);

        Assert.Equal("""{"RequestItems":{"t":{"Keys":[2]}}}""", next!.Value.GetRawText());
        Assert.Null(end);
        Assert.Equal("""{"Responses":{"t":[1,2],"u":[3]}}""", Encoding.UTF8.GetString(pages.Merge().Span));
    }

    [Fact]
    public void What_was_asked_at_first_may_be_deep()
    {
        var parameters = $$"""{"TableName":"t","ExpressionAttributeValues":{{new string('[', 100)}}{{new string(']', 100)}}}""";

        var next = new Pages(Operation("dynamodb", "Query")).Add(
            Json("""{"LastEvaluatedKey":{"Id":{"S":"a"}}}"""), JsonElement.Parse(parameters, new JsonDocumentOptions { MaxDepth = 200 }));

        Assert.Equal(parameters[..^1] + ""","ExclusiveStartKey":{"Id":{"S":"a"}}}""", next!.Value.GetRawText());
    }

    [Fact]
    public void An_answer_that_says_it_is_the_last_is_believed_whatever_its_token()
    {
        var pages = new Pages(Operation("s3", "ListParts"));

        Assert.Null(pages.Add(Json("""{"Parts":[1],"IsTruncated":false,"NextPartNumberMarker":1}"""), default));
    }

    [Theory]
    [InlineData("IsTruncated")]
    [InlineData("HasMoreResults")]
    [InlineData("HasMoreStreams")]
    public void Whatever_says_that_more_follows_is_the_last_pages(string flag)
    {
        var pages = new Pages(Operation("ec2", "DescribeInstances"));

        var next = pages.Add(Json($$"""{"{{flag}}":true,"NextToken":"a"}"""), default);
        var end = pages.Add(Json($$"""{"{{flag}}":false,"NextToken":"b"}"""), default);

        Assert.NotNull(next);
        Assert.Null(end);
        Assert.Equal($$"""{"{{flag}}":false}""", Encoding.UTF8.GetString(pages.Merge().Span));
    }

    [Theory]
    [InlineData("ec2", "DescribeInstances", """{"NextToken":""}""")]
    [InlineData("s3", "ListParts", """{"NextPartNumberMarker":0}""")]
    [InlineData("dynamodb", "Query", """{"LastEvaluatedKey":{}}""")]
    public void An_empty_token_is_none(string service, string operation, string page) =>
        Assert.Null(new Pages(Operation(service, operation)).Add(Json(page), default));

    [Fact]
    public void What_is_no_list_is_the_first_pages()
    {
        var pages = new Pages(Operation("s3", "ListObjectsV2"));
        pages.Add(Json("""{"Contents":[1],"StartAfter":"a","NextContinuationToken":"n"}"""), default);
        pages.Add(Json("""{"Contents":[2],"StartAfter":"b","Name":"logs"}"""), default);

        Assert.Equal("""{"Contents":[1,2],"StartAfter":"a"}""", Encoding.UTF8.GetString(pages.Merge().Span));
    }

    [Fact]
    public void A_token_that_comes_again_ends_in_an_error()
    {
        var pages = new Pages(Operation("ec2", "DescribeInstances"));
        pages.Add(Json("""{"Reservations":[],"NextToken":"a"}"""), default);
        pages.Add(Json("""{"Reservations":[],"NextToken":"b"}"""), default);

        var error = Assert.Throws<InvalidDataException>(() => pages.Add(Json("""{"Reservations":[],"NextToken":"a"}"""), default));

        Assert.Contains("page before", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_without_a_token_ends_in_an_error()
    {
        var error = Assert.Throws<InvalidDataException>(() => new Pages(Operation("s3", "ListObjectsV2")).Add(Json("""{"IsTruncated":true}"""), default));

        Assert.Contains("token is empty", error.Message, StringComparison.Ordinal);
    }

    private static AwsOperation Operation(string service, string operation) => AwsServiceCatalog.Default.Find(service)!.Find(operation)!;

    private static JsonElement Json(string text) => JsonElement.Parse(text);
}
