using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SQS;
using Amazon.SQS.Model;
using Microsoft.Extensions.DependencyInjection;

namespace AwsBatch.Benchmarks.Suites.EndToEnd.Calls;

/// <summary>An operation of each protocol, and the one listing whose answer is large.</summary>
internal static class AllCalls
{
    private static readonly SdkCall<IAmazonS3, GetObjectMetadataRequest, GetObjectMetadataResponse> Head = new(
        "s3:HeadObject",
        CannedAnswers.HeadObject,
        static (_, number) => new() { BucketName = "bucket", Key = $"folder/part-{number}.csv" },
        static (s3, request, cancellationToken) => s3.GetObjectMetadataAsync(request, cancellationToken),
        static (provider, requests, options, cancellationToken) =>
            provider.GetRequiredService<IS3Batch>().HeadObjectBatchAsync(requests, options, cancellationToken));

    public static ICall HeadObject => Head;

    /// <summary>Whether an object is there, asked of those that are not.</summary>
    public static ICall MissingObject { get; } = Head with { Name = "s3:HeadObject, missing", Answer = CannedAnswers.NotFound, IsRefused = true };

    public static ICall ListObjectsV2 { get; } = new SdkCall<IAmazonS3, ListObjectsV2Request, ListObjectsV2Response>(
        "s3:ListObjectsV2",
        CannedAnswers.ListObjectsV2,
        static (_, number) => new() { BucketName = "bucket", Prefix = $"folder/{number}/" },
        static (s3, request, cancellationToken) => s3.ListObjectsV2Async(request, cancellationToken),
        static (provider, requests, options, cancellationToken) =>
            provider.GetRequiredService<IS3Batch>().ListObjectsV2BatchAsync(requests, options, cancellationToken));

    public static ICall DescribeInstances { get; } = new SdkCall<IAmazonEC2, DescribeInstancesRequest, DescribeInstancesResponse>(
        "ec2:DescribeInstances",
        CannedAnswers.DescribeInstances,
        static (_, number) => new() { InstanceIds = [$"i-{number:x17}"] },
        static (ec2, request, cancellationToken) => ec2.DescribeInstancesAsync(request, cancellationToken),
        static (provider, requests, options, cancellationToken) =>
            provider.GetRequiredService<IEc2Batch>().DescribeInstancesBatchAsync(requests, options, cancellationToken));

    public static ICall GetItem { get; } = new SdkCall<IAmazonDynamoDB, GetItemRequest, GetItemResponse>(
        "dynamodb:GetItem",
        CannedAnswers.GetItem,
        static (_, number) => new() { TableName = "orders", Key = new() { ["id"] = new() { S = $"{number}" } } },
        static (dynamoDb, request, cancellationToken) => dynamoDb.GetItemAsync(request, cancellationToken),
        static (provider, requests, options, cancellationToken) =>
            provider.GetRequiredService<IDynamoDbBatch>().GetItemBatchAsync(requests, options, cancellationToken));

    public static ICall SendMessage { get; } = new SdkCall<IAmazonSQS, SendMessageRequest, SendMessageResponse>(
        "sqs:SendMessage",
        CannedAnswers.SendMessage,
        static (url, _) => new() { QueueUrl = new Uri(url, "/123456789012/orders").AbsoluteUri, MessageBody = CannedAnswers.MessageBody },
        static (sqs, request, cancellationToken) => sqs.SendMessageAsync(request, cancellationToken),
        static (provider, requests, options, cancellationToken) =>
            provider.GetRequiredService<ISqsBatch>().SendMessageBatchAsync(requests, options, cancellationToken));

    public static ICall Invoke { get; } = new SdkCall<IAmazonLambda, InvokeRequest, InvokeResponse>(
        "lambda:Invoke",
        CannedAnswers.Invoke,
        static (_, number) => new() { FunctionName = "resize", Payload = $$"""{"image":{{number}}}""" },
        static (lambda, request, cancellationToken) => lambda.InvokeAsync(request, cancellationToken),
        static (provider, requests, options, cancellationToken) =>
            provider.GetRequiredService<ILambdaBatch>().InvokeBatchAsync(requests, options, cancellationToken));

    public static IReadOnlyList<ICall> InOrder { get; } = [HeadObject, ListObjectsV2, DescribeInstances, GetItem, SendMessage, Invoke];
}
