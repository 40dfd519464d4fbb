using System.Net;
using AwsBatch.Dynamic.Tests.Conformance;

namespace AwsBatch.Dynamic.Tests.Responses;

/// <summary>Of some operations of S3 the SDK takes "not found" for an empty answer.</summary>
public sealed class NotFoundTests
{
    private const string NoSuchBucket = "<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message></Error>";

    private static readonly string[] Parameters =
    [
        """{"Bucket":"gone"}""", """{"Bucket":"gone","Id":"1"}""", """{"Bucket":"gone","Key":"k"}""",
        """{"Bucket":"gone","Key":"k","UploadId":"u"}""", """{"Bucket":"gone","Key":"k","ObjectAttributes":["ETag"]}""",
    ];

    public static TheoryData<string, string> ReadsOfBuckets()
    {
        var data = new TheoryData<string, string>();
        foreach (var operation in AwsServiceCatalog.Default.Find("s3")!.Operations.Where(static operation => operation.IsReadOnly))
        {
            if (Parameters.FirstOrDefault(parameters => DynamicRequest.FindError(Request(operation.Name, parameters)) is null) is { } found)
                data.Add(operation.Name, found);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(ReadsOfBuckets))]
    public async Task What_is_not_there_is_an_error(string operation, string parameters)
    {
        await using var endpoint = new WireRecorder(HttpStatusCode.NotFound, NoSuchBucket);

        // The first of its kind goes the SDK's way, the next the lean one.
        for (var time = 0; time < 2; time++)
        {
            var (_, error) = await endpoint.SendAsync(Request(operation, parameters));

            Assert.Equal((HttpStatusCode.NotFound, "NoSuchBucket"), (error?.StatusCode, error?.Code));
        }
    }

    [Fact]
    public void All_reads_are_tried_but_what_streams_and_what_names_no_bucket() =>
        Assert.Equal(
            ["GetObject", "GetObjectAnnotation", "GetObjectTorrent", "ListBuckets", "ListDirectoryBuckets"],
            AwsServiceCatalog.Default.Find("s3")!.Operations
                .Where(static operation => operation.IsReadOnly).Select(static operation => operation.Name)
                .Except(ReadsOfBuckets().Select(static row => (string)row[0])));

    private static BatchRequest Request(string operation, string parameters) => DynamicRequest.Create("s3", operation, Json.Of(parameters));
}
