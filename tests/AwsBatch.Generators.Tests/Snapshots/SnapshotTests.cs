using AwsBatch.Generators.Tests.Support;

namespace AwsBatch.Generators.Tests.Snapshots;

public sealed class SnapshotTests
{
    [Fact]
    public void An_interface_that_names_its_operations()
    {
        var result = GeneratorTest.Run("""
            namespace Sample;

            [AwsBatch.BatchService("s3", "HeadObject", "GetObject")]
            public partial interface IS3Batch;
            """);

        Snapshot.Match(result["Sample.IS3Batch"], "NamedOperations");
    }

    [Fact]
    public void An_interface_that_declares_its_members()
    {
        var result = GeneratorTest.Run("""
            using Amazon.S3.Model;
            using AwsBatch;

            namespace Sample;

            [BatchService("s3")]
            public partial interface IS3Batch
            {
                Task<ListBucketsResponse> ListBucketsAsync(ListBucketsRequest request, CancellationToken cancellationToken = default);

                Task<BatchResult<GetObjectMetadataRequest, GetObjectMetadataResponse>> HeadObjectBatchAsync(
                    IEnumerable<GetObjectMetadataRequest> requests, BatchOptions? options = null, CancellationToken cancellationToken = default);

                IAsyncEnumerable<BatchItem<ListObjectsV2Request, ListObjectsV2Response>> ListObjectsV2StreamAsync(
                    IAsyncEnumerable<ListObjectsV2Request> requests, BatchOptions? options = null, CancellationToken cancellationToken = default);
            }
            """);

        Snapshot.Match(result["Sample.IS3Batch"], "DeclaredMembers");
    }

    [Fact]
    public void Members_that_consume_a_streaming_response()
    {
        var result = GeneratorTest.Run("""
            using Amazon.S3.Model;
            using AwsBatch;

            namespace Sample;

            [BatchService("s3")]
            public partial interface IS3Batch
            {
                [BatchOperation("GetObject")]
                Task<BatchResult<GetObjectRequest, long>> DownloadAsync(
                    IEnumerable<GetObjectRequest> requests,
                    Func<GetObjectRequest, GetObjectResponse, CancellationToken, ValueTask<long>> consume,
                    BatchOptions? options = null,
                    CancellationToken cancellationToken = default);

                IAsyncEnumerable<BatchItem<GetObjectRequest, T>> GetObjectStreamAsync<T>(
                    IEnumerable<GetObjectRequest> requests,
                    Func<GetObjectRequest, GetObjectResponse, CancellationToken, ValueTask<T>> consume);
            }
            """);

        Snapshot.Match(result["Sample.IS3Batch"], "ConsumingMembers");
    }

    [Fact]
    public void Members_that_give_pages()
    {
        var result = GeneratorTest.Run("""
            using Amazon.DynamoDBv2.Model;
            using AwsBatch;

            namespace Sample;

            [BatchService("dynamodb")]
            public partial interface ITables
            {
                IAsyncEnumerable<BatchPage<QueryRequest, QueryResponse>> QueryPagesAsync(
                    IEnumerable<QueryRequest> requests, BatchOptions? options = null, CancellationToken cancellationToken = default);

                IAsyncEnumerable<BatchPage<BatchGetItemRequest, BatchGetItemResponse>> BatchGetItemPagesAsync(IEnumerable<BatchGetItemRequest> requests);
            }

            [BatchService("sqs", "ListQueues")]
            public partial interface IQueues;
            """);

        Snapshot.Match(result["Sample.ITables"], "DeclaredPages");
        Snapshot.Match(result["Sample.IQueues"], "NamedPages");
    }

    [Fact]
    public void What_is_compared_in_requests_and_a_token_that_is_fixed()
    {
        var result = GeneratorTest.Run("""
            namespace Sample;

            [AwsBatch.BatchService("dynamodb")]
            public partial interface ITables
            {
                Task<Amazon.DynamoDBv2.Model.ScanResponse> ScanAsync(Amazon.DynamoDBv2.Model.ScanRequest request, CancellationToken cancellationToken);

                Task<Amazon.DynamoDBv2.Model.TransactWriteItemsResponse> TransactWriteItemsAsync(
                    Amazon.DynamoDBv2.Model.TransactWriteItemsRequest request, CancellationToken cancellationToken);
            }

            [AwsBatch.BatchService("sts", "GetCallerIdentity")]
            public partial interface ICaller;
            """);

        Snapshot.Match(result["Sample.ITables"], "Token");
        Snapshot.Match(result["AwsBatch.DynamoDBv2ModelIdentities"], "Identities");
        Snapshot.Match(result["AwsBatch.SecurityTokenModelIdentities"], "IdentityWithoutParts");
    }

    [Fact]
    public void An_internal_interface_nested_in_other_types()
    {
        var result = GeneratorTest.Run("""
            namespace Sample;

            public static partial class Outer
            {
                internal partial record struct Middle
                {
                    [AwsBatch.BatchService("sqs", "GetQueueUrl")]
                    internal partial interface IQueues;
                }
            }
            """);

        Snapshot.Match(result["Sample.Outer+Middle+IQueues"], "NestedInterface");
        Snapshot.Match(result["AwsBatch.Registrar"], "NestedInterfaceRegistrar");
    }

    [Fact]
    public void The_registration_of_an_app_with_AWSOptions_and_a_library()
    {
        var library = Assembly.Build("My.Library", """
            [AwsBatch.BatchService("s3", "ListBuckets")]
            public partial interface ILibraryBatch;
            """);

        var result = GeneratorTest.Run(GeneratorTest.Compile(
            "My.App",
            [GeneratorTest.Source("""
                [AwsBatch.BatchService("ec2", "DescribeInstances")]
                public partial interface IEc2Batch;

                [AwsBatch.BatchService("s3", "ListBuckets")]
                public partial interface IBuckets;

                [AwsBatch.BatchService("s3", "ListObjectsV2")]
                public partial interface IObjects;
                """)],
            [.. References.All, References.AwsOptions, library]));

        Snapshot.Match(result["AwsBatch.Registrar"], "Registrar");
        Snapshot.Match(result.Registration, "AddAwsBatch");
    }
}
