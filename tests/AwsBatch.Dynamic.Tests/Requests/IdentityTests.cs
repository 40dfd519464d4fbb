namespace AwsBatch.Dynamic.Tests.Requests;

public sealed class IdentityTests
{
    [Fact]
    public void Order_and_space_do_not_matter() => Assert.Equal(
        DynamicRequest.Canonicalize("s3", "HeadObject", Json.Of("""{"Bucket":"b","Key":"k","M":{"x":[1,2],"y":null}}""")),
        DynamicRequest.Canonicalize("s3", "HeadObject", Json.Of("""{ "M":{"y":null, "x":[1, 2]}, "Key":"\u006b", "Bucket":"b" }""")));

    [Theory]
    [InlineData("""{"N":1}""", """{"N":1.0}""")]
    [InlineData("""{"N":1}""", """{"N":"1"}""")]
    [InlineData("""{"L":[1,2]}""", """{"L":[2,1]}""")]
    [InlineData("""{"L":[]}""", """{}""")]
    public void What_is_written_differently_is_another_request(string left, string right) => Assert.NotEqual(
        DynamicRequest.Canonicalize("s3", "X", Json.Of(left)), DynamicRequest.Canonicalize("s3", "X", Json.Of(right)));

    [Fact]
    public void It_is_JSON_with_sorted_members() => Assert.Equal(
        """{"operation":"X","params":{"a":1.50,"b":"c"},"service":"s3"}""",
        DynamicRequest.Canonicalize("s3", "X", Json.Of("""{"b":"c","a":1.50}""")));
}
