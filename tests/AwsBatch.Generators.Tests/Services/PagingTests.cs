using AwsBatch.Generators.Model;
using AwsBatch.Generators.Services;
using AwsBatch.Generators.Tests.Support;

namespace AwsBatch.Generators.Tests.Services;

/// <summary>Which operations are pageable and by which tokens, for every operation of the packages referenced.</summary>
public sealed class PagingTests
{
    private static readonly IReadOnlyList<(System.Reflection.Assembly Assembly, ServicePackage Package)> Packages =
    [
        .. GeneratorTest.Compile().SourceModule.ReferencedAssemblySymbols
            .Where(assembly => assembly.Name.StartsWith("AWSSDK.", StringComparison.Ordinal))
            .Select(assembly => (System.Reflection.Assembly.Load(assembly.Name), ServicePackage.Of(assembly)))
            .Where(service => service.Item2.Interface is not null)
    ];

    [Fact]
    public void Every_operation_that_the_SDK_pages_is_pageable_by_the_tokens_the_SDK_uses()
    {
        var count = 0;
        foreach (var (assembly, package) in Packages)
        {
            foreach (var operation in SdkPaginators.Of(assembly))
            {
                var paging = package.Find(operation)?.Paging;
                Assert.True(paging is not null, $"{operation} has a paginator, but no pair of tokens was found");

                var (set, read) = SdkPaginators.Properties(assembly, operation);
                Assert.Equal(set.Order(), paging.Tokens.Select(token => token.Request).Order());
                Assert.True(read.IsSupersetOf(paging.Tokens.Select(token => token.Response)), $"{operation} reads {string.Join(", ", read)}");
                count++;
            }
        }

        Assert.True(count > 250, $"only {count} paginators");
    }

    [Fact]
    public void What_is_pageable_and_has_no_paginator_is_recorded()
    {
        var found = Packages.SelectMany(service => Pageable(service.Package)
            .Select(operation => operation.SdkName)
            .Except(SdkPaginators.Of(service.Assembly))
            .Order(StringComparer.Ordinal)
            .Select(name => $"{service.Assembly.GetName().Name} {name}"));

        Snapshot.Match(string.Concat(found.Select(line => line + "\n")), "PageableWithoutPaginator", "txt");
    }

    [Fact]
    public void No_operation_that_changes_something_is_pageable()
    {
        string[] reading = ["Describe", "Get", "List", "Search", "Query", "Scan", "BatchGet", "Execute", "Validate"];

        Assert.All(
            Packages.SelectMany(service => Pageable(service.Package)),
            operation => Assert.Contains(reading, verb => operation.SdkName.StartsWith(verb, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("ListObjectsV2", "ContinuationToken=NextContinuationToken", "IsTruncated")]
    [InlineData("ListObjects", "Marker=NextMarker", "IsTruncated")]
    [InlineData("ListObjectVersions", "KeyMarker=NextKeyMarker VersionIdMarker=NextVersionIdMarker", "IsTruncated")]
    [InlineData("ListMultipartUploads", "KeyMarker=NextKeyMarker UploadIdMarker=NextUploadIdMarker", "IsTruncated")]
    [InlineData("ListBuckets", "ContinuationToken=ContinuationToken", null)]
    [InlineData("ListBucketAnalyticsConfigurations", "ContinuationToken=NextContinuationToken", "IsTruncated")]
    [InlineData("ListBucketInventoryConfigurations", "ContinuationToken=NextToken", "IsTruncated")]
    [InlineData("ListParts", "PartNumberMarker=NextPartNumberMarker", "IsTruncated")]
    [InlineData("ListAliases", "Marker=NextMarker", "Truncated")]
    [InlineData("Query", "ExclusiveStartKey=LastEvaluatedKey", null)]
    [InlineData("ListTables", "ExclusiveStartTableName=LastEvaluatedTableName", null)]
    [InlineData("DescribeInstances", "NextToken=NextToken", null)]
    public void An_answer_continues_by_its_token_unless_its_flag_says_the_end(string operation, string tokens, string? flag)
    {
        var paging = Packages.Select(service => service.Package.Find(operation)).OfType<Operation>().First().Paging!;

        Assert.Equal(tokens, string.Join(' ', paging.Tokens.Select(token => $"{token.Request}={token.Response}")));
        Assert.Equal(flag, paging.MoreFlag);
    }

    [Fact]
    public void The_first_convention_that_fits_holds()
    {
        Assert.Equal([new("Marker", "NextMarker")], PageTokens.Find(["Marker"], ["Marker", "NextMarker"]));
        Assert.Equal([new("Marker", "Marker")], PageTokens.Find(["Marker"], ["Marker", "IsTruncated"]));
        Assert.Empty(PageTokens.Find(["NextToken"], ["NextForwardToken", "NextBackwardToken"]));
        Assert.Empty(PageTokens.Find(["KeyMarker"], ["NextKeyMarker"]));
        Assert.Empty(PageTokens.Find(["ExclusiveStartKey"], ["LastEvaluatedTableName"]));
    }

    [Fact]
    public void A_response_that_streams_has_no_pages() =>
        Assert.Null(Packages.Select(service => service.Package.Find("GetObject")).OfType<Operation>().First().Paging);

    private static IEnumerable<Operation> Pageable(ServicePackage package) => package.OperationNames
        .Select(name => package.Find(name)!)
        .Distinct()
        .Where(operation => operation.Paging is not null);
}
