using Amazon.S3.Model;
using AwsBatch.Dynamic.Tests.Conformance;

namespace AwsBatch.Dynamic.Tests.Requests;

/// <summary>Structures of S3's API that its SDK does not have: without one of them a request would clear what it sets.</summary>
public sealed class RequiredStructureTests
{
    [Theory]
    [InlineData("PutBucketTagging", """{"Bucket":"b"}""", "params.Tagging")]
    [InlineData("PutBucketTagging", """{"Bucket":"b","Tagging":null}""", "params.Tagging")]
    [InlineData("PutBucketTagging", """{"Bucket":"b","Tagging":{}}""", "params.Tagging.TagSet")]
    [InlineData("PutBucketNotificationConfiguration", """{"Bucket":"b"}""", "params.NotificationConfiguration")]
    [InlineData("PutBucketNotificationConfiguration", """{"Bucket":"b","NotificationConfiguration":null}""", "params.NotificationConfiguration")]
    [InlineData("PutBucketNotification", """{"Bucket":"b"}""", "params.NotificationConfiguration")]
    [InlineData("PutBucketLogging", """{"Bucket":"b"}""", "params.BucketLoggingStatus")]
    [InlineData("DeleteObjects", """{"Bucket":"b"}""", "params.Delete")]
    [InlineData("DeleteObjects", """{"Bucket":"b","Delete":{"Quiet":true}}""", "params.Delete.Objects")]
    [InlineData("CopyObject", """{"Bucket":"b","Key":"k"}""", "params.CopySource")]
    [InlineData("DeleteObjects", """{"Bucket":"b","Quiet":true}""", "params.Delete.Objects")]
    [InlineData("CopyObject", """{"Bucket":"b","Key":"k","SourceBucket":"from"}""", "params.CopySource.Key")]
    [InlineData("CopyObject", """{"Bucket":"b","CopySource":"from/a"}""", "params.Key")]
    [InlineData("CopyObject", """{"DestinationBucket":"b","SourceBucket":"from","SourceKey":"a"}""", "params.Key")]
    [InlineData("UploadPartCopy", """{"Bucket":"b","CopySource":"from/a","PartNumber":1,"UploadId":"u"}""", "params.Key")]
    [InlineData("UploadPartCopy", """{"Bucket":"b","Key":"k","PartNumber":1,"UploadId":"u"}""", "params.CopySource")]
    [InlineData("PutBucketWebsite", """{"Bucket":"b","WebsiteConfiguration":{"ErrorDocument":{}}}""", "params.WebsiteConfiguration.ErrorDocument.Key")]
    public void Without_it_nothing_is_sent(string operation, string parameters, string path)
    {
        var error = Made.Error("s3", operation, parameters);

        Assert.Equal(path, error.Path);
        Assert.Contains("is missing; it is required and must be ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PutBucketNotificationConfiguration", """{"Bucket":"b","NotificationConfiguration":{}}""", "notification")]
    [InlineData("PutBucketLogging", """{"Bucket":"b","BucketLoggingStatus":{}}""", "logging")]
    [InlineData("PutBucketTagging", """{"Bucket":"b","Tagging":{"TagSet":[]}}""", "tagging")]
    public async Task An_empty_one_clears(string operation, string parameters, string query)
    {
        await using var recorder = new WireRecorder();

        var (message, error) = await recorder.SendAsync(DynamicRequest.Create("s3", operation, Json.Of(parameters)));

        Assert.Null(error);
        Assert.Equal(("PUT", query), (message!.Method, message.Query.TrimEnd('=')));
    }

    [Fact]
    public void The_SDKs_own_members_may_stand_in_its_place()
    {
        var copy = Made.Request<CopyObjectRequest>("s3", "CopyObject", """{"Bucket":"b","Key":"k","SourceBucket":"from","SourceKey":"a"}""");
        var notification = Made.Request<PutBucketNotificationRequest>(
            "s3", "PutBucketNotification", """{"Bucket":"b","TopicConfigurations":[{"TopicArn":"arn:t","Events":["s3:ObjectCreated:*"]}]}""");

        Assert.Equal(("b", "k", "from", "a"), (copy.DestinationBucket, copy.DestinationKey, copy.SourceBucket, copy.SourceKey));
        Assert.Equal("arn:t", Assert.Single(notification.TopicConfigurations).Topic);
    }
}
