using AwsBatch.Generators.Text;

namespace AwsBatch.Generators.Tests.Text;

public sealed class NearestNamesTests
{
    private static readonly string[] Known = ["GetItem", "PutItem", "BatchGetItem", "ListTables", "Query", "Scan"];

    [Theory]
    [InlineData("GetItems", "GetItem")]
    [InlineData("getitem", "GetItem")]
    [InlineData("GteItem", "GetItem")]
    [InlineData("Qeury", "Query")]
    [InlineData("ListTable", "ListTables")]
    public void A_slip_finds_the_name(string written, string expected) =>
        Assert.Equal(expected, NearestNames.Find(written, Known)[0]);

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("DescribeInstances")]
    [InlineData("Crawl")]
    public void Nothing_near_finds_nothing(string written) => Assert.Empty(NearestNames.Find(written, Known));

    [Fact]
    public void At_most_three_nearest_first_then_alphabetical() =>
        Assert.Equal(["abcde", "abcdx", "abcdy"], NearestNames.Find("abcde", ["abcdz", "abcdy", "abcdx", "abcde"]));

    [Fact]
    public void Beside_a_near_name_a_far_one_is_not_proposed() =>
        Assert.Equal(["ListObjects"], NearestNames.Find("ListObject", ["GetObject", "ListObjects", "ListObjectsV2", "PutObject"]));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "acb", 1)]
    [InlineData("abc", "ab", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ca", "abc", 3)]
    public void The_distance_counts_insertions_deletions_substitutions_and_swaps(string left, string right, int distance)
    {
        Assert.Equal(distance, EditDistance.Between(left, right, most: 10));
        Assert.Equal(distance, EditDistance.Between(right, left, most: 10));
    }
}
