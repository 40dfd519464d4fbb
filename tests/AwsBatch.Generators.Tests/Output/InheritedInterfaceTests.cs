using AwsBatch.Generators.Tests.Support;

namespace AwsBatch.Generators.Tests.Output;

/// <summary>A batch interface may inherit another one of its service.</summary>
public sealed class InheritedInterfaceTests
{
    private const string Parents = """
        [AwsBatch.BatchService("s3", "HeadObject", "GetObject", "ListObjectsV2")]
        public partial interface IObjects;

        [AwsBatch.BatchService("s3")]
        public partial interface IBuckets : IObjects
        {
            Task<Amazon.S3.Model.ListBucketsResponse> ListBucketsAsync(Amazon.S3.Model.ListBucketsRequest request);
        }
        """;

    private const string Heir = """
        [AwsBatch.BatchService("s3", "HeadObject", "HeadBucket")]
        public partial interface IEverything : IBuckets;

        internal static class Use
        {
            public static object[] Members(IEverything everything) =>
            [
                everything.HeadObjectBatchAsync([]),
                everything.HeadBucketBatchAsync([]),
                everything.ListObjectsV2PagesAsync([]),
                everything.ListBucketsAsync(new()),
                IEverything.HeadObject(new()),
                IEverything.HeadBucket(new()),
                IEverything.ListBuckets(new()),
            ];
        }
        """;

    [Fact]
    public void Of_the_same_project()
    {
        var text = GeneratorTest.Run(Parents, Heir)["IEverything"];

        Assert.Contains("global::IObjects.HeadObjectBatchAsync(", text);
        Assert.Contains("global::IBuckets.ListBucketsAsync(", text);
        Assert.DoesNotContain("global::IEverything.HeadObjectBatchAsync(", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_name_of_an_inherited_operation_has_members_of_its_own()
    {
        GeneratorTest.Run(Parents, """
            [AwsBatch.BatchService("s3", "GetObjectMetadata")]
            public partial interface IHeir : IObjects;

            internal static class Use
            {
                public static object[] Members(IHeir heir) => [heir.HeadObjectAsync(new()), heir.GetObjectMetadataAsync(new()), IHeir.GetObjectMetadata(new())];
            }
            """);
    }

    // Nothing says that the parent has these members before the generator has run.
    [Theory]
    [InlineData("IObjects")]
    [InlineData("global::Company.@event.IObjects")]
    [InlineData("Company.@event.IObjects")]
    public void What_an_heir_implements_of_its_parents_generated_members_is_left_to_it(string parent)
    {
        var text = GeneratorTest.Run($$"""
            using Amazon.S3.Model;
            using AwsBatch;

            namespace Company.@event;

            [BatchService("s3", "HeadObject", "GetObject")]
            public partial interface IObjects;

            public interface IOwn : IObjects
            {
                Task<GetObjectMetadataResponse> {{parent}}.HeadObjectAsync(GetObjectMetadataRequest request, CancellationToken cancellationToken) =>
                    throw new NotSupportedException();

                IAsyncEnumerable<BatchItem<GetObjectRequest, T>> {{parent}}.GetObjectStreamAsync<T>(
                    IEnumerable<GetObjectRequest> requests,
                    Func<GetObjectRequest, GetObjectResponse, CancellationToken, ValueTask<T>> consume,
                    BatchOptions? options,
                    CancellationToken cancellationToken) => throw new NotSupportedException();
            }

            [BatchService("s3")]
            public partial interface IHeir : IOwn;
            """)["Company.event.IHeir"];

        Assert.DoesNotContain("IObjects.HeadObjectAsync(", text, StringComparison.Ordinal);
        Assert.Contains("IObjects.HeadObjectBatchAsync(", text);
        Assert.Equal(2, text.Split("IObjects.GetObjectStreamAsync<").Length);
    }

    [Fact]
    public void Diamonds_upon_diamonds_are_read_in_no_time()
    {
        const int Depth = 40;
        var heirs = Enumerable.Range(1, Depth).Select(depth => $"""
            [AwsBatch.BatchService("s3")] public partial interface IOne{depth} : IOne{depth - 1}, ITwo{depth - 1};
            [AwsBatch.BatchService("s3")] public partial interface ITwo{depth} : IOne{depth - 1}, ITwo{depth - 1};
            """);
        var compilation = GeneratorTest.Compile($$"""
            [AwsBatch.BatchService("s3", "HeadObject")]
            public partial interface IOne0
            {
                Task<Amazon.S3.Model.ListBucketsResponse> ListBucketsAsync(Amazon.S3.Model.ListBucketsRequest request);
            }

            [AwsBatch.BatchService("s3", "HeadBucket")]
            public partial interface ITwo0;

            {{string.Join("\n", heirs)}}
            """);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        var sources = GeneratorTest.CreateDriver().RunGenerators(compilation, patience.Token).GetRunResult().GeneratedTrees;

        var last = sources.Single(source => source.FilePath.EndsWith($"IOne{Depth}.g.cs", StringComparison.Ordinal)).ToString();
        Assert.Equal(2, last.Split("global::IOne0.HeadObjectAsync(").Length);
        Assert.Equal(2, last.Split("global::IOne0.ListBucketsAsync(").Length);
    }

    [Fact]
    public void Of_a_library()
    {
        var library = Assembly.Build("Library", Parents);

        var app = GeneratorTest.Compile("App", [GeneratorTest.Source(Heir)], [.. References.All, library]);
        var text = GeneratorTest.Run(app)["IEverything"];

        Assert.Contains("global::IObjects.GetObjectBatchAsync<TResult>(", text);
        Assert.Contains("global::IBuckets.ListBucketsAsync(", text);
    }
}
