using AwsBatch.Generators.Tests.Support;

namespace AwsBatch.Generators.Tests.Output;

/// <summary>Which operation a name or a method is.</summary>
public sealed class OperationTests
{
    [Theory]
    [InlineData("s3", "HeadObject", "HeadObject", "GetObjectMetadata")]
    [InlineData("s3", "GetObjectMetadata", "HeadObject", "GetObjectMetadata")]
    [InlineData("s3", "CreateBucket", "CreateBucket", "PutBucket")]
    [InlineData("s3", "UploadPartCopy", "UploadPartCopy", "CopyPart")]
    [InlineData("s3", "GetBucketNotification", "GetBucketNotificationConfiguration", "GetBucketNotification")]
    [InlineData("dynamodb", "GetItem", "GetItem", "GetItem")]
    [InlineData("ssm", "GetParameter", "GetParameter", "GetParameter")]
    [InlineData("sts", "GetCallerIdentity", "GetCallerIdentity", "GetCallerIdentity")]
    [InlineData("kms", "DescribeKey", "DescribeKey", "DescribeKey")]
    public void Members_are_named_as_written_and_stats_as_the_API_says(string service, string written, string api, string sdk)
    {
        var text = GeneratorTest.Run($$"""
            [AwsBatch.BatchService("{{service}}", "{{written}}")]
            public partial interface IBatch;

            internal static class Use
            {
                public static Delegate Factory => IBatch.{{written}};
            }
            """)["IBatch"];

        Assert.Contains($" {written}BatchAsync(", text);
        Assert.Contains($"BatchServiceDescriptor.For<", text);
        Assert.Contains($"\"{service}\",\n", text);
        Assert.Contains($"\"{api}\",\n", text);
        Assert.Contains($"client).{sdk}Async(request, cancellationToken)", text);
    }

    [Fact]
    public void Both_names_of_one_operation_share_its_field()
    {
        var text = GeneratorTest.Run("""
            [AwsBatch.BatchService("s3", "HeadObject", "GetObjectMetadata")]
            public partial interface IBatch;
            """)["IBatch"];

        Assert.Contains("GetObjectMetadataBatchAsync(", text);
        Assert.Contains("HeadObjectBatchAsync(", text);
        Assert.Equal(2, text.Split("BatchOperation.Create<").Length);
    }

    [Theory]
    [InlineData("S3")]
    [InlineData("s3api")]
    public void A_service_by_another_of_its_names_is_the_same_service(string name)
    {
        var text = GeneratorTest.Run($$"""
            [AwsBatch.BatchService("{{name}}", "HeadObject")]
            public partial interface IBatch;
            """)["IBatch"];

        Assert.Contains("For<global::Amazon.S3.IAmazonS3>(", text);
        Assert.Contains("\"s3\",\n", text);
    }

    [Fact]
    public void SQS_has_a_batch_of_SendMessage_and_an_operation_SendMessageBatch()
    {
        var text = GeneratorTest.Run("""
            using Amazon.SQS.Model;
            using AwsBatch;

            [BatchService("sqs")]
            public partial interface IBatch
            {
                Task<BatchResult<SendMessageRequest, SendMessageResponse>> SendMessageBatchAsync(IEnumerable<SendMessageRequest> requests);

                Task<SendMessageBatchResponse> SendMessageBatchAsync(SendMessageBatchRequest request);

                Task<BatchResult<SendMessageBatchRequest, SendMessageBatchResponse>> SendMessageBatchAsync(IEnumerable<SendMessageBatchRequest> requests);
            }

            internal static class Use
            {
                public static BatchRequest One => IBatch.SendMessage(new SendMessageRequest());

                public static BatchRequest Many => IBatch.SendMessageBatch(new SendMessageBatchRequest());
            }
            """)["IBatch"];

        Assert.Contains("invoker.BatchAsync(SendMessage, requests, null, default)", text);
        Assert.Contains("invoker.InvokeAsync(SendMessageBatch, request, null, default)", text);
        Assert.Contains("invoker.BatchAsync(SendMessageBatch, requests, null, default)", text);
    }

    [Fact]
    public void SQS_SendMessage_and_SendMessageBatch_can_both_be_named()
    {
        GeneratorTest.Run("""
            [AwsBatch.BatchService("sqs", "SendMessage", "SendMessageBatch")]
            public partial interface IBatch;
            """);
    }

    [Theory]
    [InlineData("GetObject")]
    [InlineData("SelectObjectContent")]
    public void A_streaming_response_has_only_consuming_batches(string operation)
    {
        var text = GeneratorTest.Run($$"""
            [AwsBatch.BatchService("s3", "{{operation}}")]
            public partial interface IBatch;
            """)["IBatch"];

        Assert.Contains($" {operation}Async(", text);
        Assert.Contains($" {operation}BatchAsync<TResult>(", text);
        Assert.Contains($" {operation}StreamAsync<TResult>(", text);
        Assert.DoesNotContain($" {operation}BatchAsync(", text);
    }

    [Theory]
    [InlineData("s3", "PutObject", "body: new(static request => request.InputStream, static (request, stream) => request.InputStream = stream)")]
    [InlineData("s3", "PutObject", "isConditional: static request => request.IfMatch is not null || request.IfNoneMatch is not null")]
    [InlineData("dynamodb", "PutItem", "isConditional: static request => request.ConditionExpression is not null || request.Expected is not null")]
    public void The_core_is_told_what_decides_whether_a_change_is_sent_again(string service, string operation, string told)
    {
        var text = GeneratorTest.Run($$"""
            [AwsBatch.BatchService("{{service}}", "{{operation}}")]
            public partial interface IBatch;
            """)["IBatch"];

        Assert.Contains(told, text);
    }

    [Fact]
    public void Path_style_is_switched_on_only_where_the_service_knows_it()
    {
        var result = GeneratorTest.Run("""
            [AwsBatch.BatchService("s3", "ListBuckets")]
            public partial interface IBuckets;

            [AwsBatch.BatchService("sqs", "ListQueues")]
            public partial interface IQueues;
            """);

        Assert.Contains("static config => ((global::Amazon.S3.AmazonS3Config)config).ForcePathStyle = true", result["IBuckets"]);
        Assert.DoesNotContain("ForcePathStyle", result["IQueues"], StringComparison.Ordinal);
    }
}
