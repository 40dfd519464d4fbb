using AwsBatch.Generators.Tests.Support;

namespace AwsBatch.Generators.Tests.Output;

public sealed class PagesTests
{
    private const string Service = """
        namespace Amazon.Fake
        {
            using System.Threading;
            using System.Threading.Tasks;
            using Amazon.Runtime;

            public interface IAmazonFake : IAmazonService
            {
                static ClientConfig IAmazonService.CreateDefaultClientConfig() => null!;

                static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials credentials, ClientConfig config) => null!;

                Task<Model.ListRecordsResponse> ListRecordsAsync(Model.ListRecordsRequest request, CancellationToken cancellationToken = default);
            }
        }

        namespace Amazon.Fake.Model
        {
            public class FakeRequest : Amazon.Runtime.AmazonWebServiceRequest
            {
                public string? Inherited { get; set; }
            }

            public class RecordType(string value) : Amazon.Runtime.ConstantClass(value);

            public class ListRecordsRequest : FakeRequest
            {
                public string? StartRecordName { get; set; }

                public RecordType? StartRecordType { get; set; }

                public string? StartRecordIdentifier { get; set; }

                [System.Obsolete("not any more")]
                public int? Old { get; set; }

                [System.Obsolete("no more", error: true)]
                public int? Older { get; set; }

                public int OnlyRead => 0;
            }

            public class ListRecordsResponse : Amazon.Runtime.AmazonWebServiceResponse
            {
                public bool? IsTruncated { get; set; }

                public string? NextRecordName { get; set; }

                public RecordType? NextRecordType { get; set; }

                public string? NextRecordIdentifier { get; set; }
            }
        }
        """;

    [Fact]
    public void The_next_request_copies_what_can_be_set_and_takes_the_tokens()
    {
        var package = Assembly.Build("AWSSDK.Fake", Service);
        var text = GeneratorTest.Run(GeneratorTest.Compile(
            "App",
            [GeneratorTest.Source("""
                [AwsBatch.BatchService("fake", "ListRecords")]
                public partial interface IBatch;
                """)],
            [.. References.All, package]))["IBatch"];

        Assert.Contains("""
                        "NextRecordName+NextRecordType+NextRecordIdentifier",
                        static response => global::AwsBatch.CompilerServices.PageToken.Of([response.NextRecordName, response.NextRecordType?.Value, response.NextRecordIdentifier]),
                        static (request, response) => new global::Amazon.Fake.Model.ListRecordsRequest
                        {
                            Inherited = request.Inherited,
                            Old = request.Old,
                            StartRecordName = response.NextRecordName,
                            StartRecordType = response.NextRecordType,
                            StartRecordIdentifier = response.NextRecordIdentifier,
                        },
                        static response => response.IsTruncated);
        """, text);
    }

    [Fact]
    public void Nothing_is_written_for_pages_that_no_member_gives()
    {
        var text = Run("Task<ListBucketsResponse> ListBucketsAsync(ListBucketsRequest request);");

        Assert.DoesNotContain("Paging", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "null", "default")]
    [InlineData(", CancellationToken cancellationToken", "null", "cancellationToken")]
    [InlineData(", BatchOptions how", "options", "default")]
    public void Declared_pages_may_leave_out_options_and_token(string parameters, string options, string token)
    {
        var text = Run($"IAsyncEnumerable<BatchPage<ListVersionsRequest, ListVersionsResponse>> ListObjectVersionsPages(ListVersionsRequest[] requests{parameters});");

        Assert.Contains($"invoker.PagesAsync(ListObjectVersions, ListObjectVersionsPaging, requests, {options}, {token})", text);
    }

    [Fact]
    public void A_declared_member_replaces_the_generated_one_and_shares_its_tokens()
    {
        var text = GeneratorTest.Run("""
            using Amazon.S3.Model;
            using AwsBatch;

            [BatchService("s3", "ListParts")]
            public partial interface IBatch
            {
                IAsyncEnumerable<BatchPage<ListPartsRequest, ListPartsResponse>> ListPartsPagesAsync(IEnumerable<ListPartsRequest> requests);

                [BatchOperation("ListParts")]
                IAsyncEnumerable<BatchPage<ListPartsRequest, ListPartsResponse>> PartsAsync(List<ListPartsRequest> requests);
            }
            """)["IBatch"];

        Assert.DoesNotContain(" ListPartsPagesAsync(", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split(" ListPartsPaging =").Length);
        Assert.Contains("PartNumberMarker = global::AwsBatch.CompilerServices.PageToken.Of(response.NextPartNumberMarker),", text);
    }

    private static string Run(string member) => GeneratorTest.Run($$"""
        using Amazon.S3.Model;
        using AwsBatch;

        [BatchService("s3")]
        public partial interface IBatch
        {
            {{member}}
        }
        """)["IBatch"];
}
