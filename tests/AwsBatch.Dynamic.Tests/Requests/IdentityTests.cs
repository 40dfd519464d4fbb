namespace AwsBatch.Dynamic.Tests.Requests;

public sealed class IdentityTests
{
    [Fact]
    public void Order_and_space_do_not_matter() => Assert.Equal(
        DynamicRequest.Canonicalize("s3", "HeadObject", Json.Of("""{"Bucket":"b","Key":"k","M":{"x":[1,2],"y":null}}""")),
        DynamicRequest.Canonicalize("s3", "HeadObject", Json.Of("""{ "M":{"y":null, "x":[1, 2]}, "Key":"\u006b", "Bucket":"b" }""")));

    [Theory]
    [InlineData("1", "1.0")]
    [InlineData("150", "1.5e2")]
    [InlineData("150", "15E+1")]
    [InlineData("-0.001", "-1e-3")]
    [InlineData("0", "-0.00e5")]
    [InlineData("123456789012345678901234567890.5", "1234567890123456789012345678905e-1")]
    public void The_form_of_a_number_does_not_matter(string left, string right) => Assert.Equal(
        DynamicRequest.Canonicalize("s3", "X", Json.Of($$"""{"N":{{left}} }""")), DynamicRequest.Canonicalize("s3", "X", Json.Of($$"""{"N":{{right}} }""")));

    [Theory]
    [InlineData("""{"N":1}""", """{"N":"1"}""")]
    [InlineData("""{"N":1}""", """{"N":10}""")]
    [InlineData("""{"N":1}""", """{"N":-1}""")]
    [InlineData("""{"N":12345678901234567890123}""", """{"N":12345678901234567890124}""")]
    [InlineData("""{"N":1e99999999999}""", """{"N":1e99999999998}""")]
    [InlineData("""{"L":[1,2]}""", """{"L":[2,1]}""")]
    [InlineData("""{"L":[]}""", """{}""")]
    public void What_is_written_differently_is_another_request(string left, string right) => Assert.NotEqual(
        DynamicRequest.Canonicalize("s3", "X", Json.Of(left)), DynamicRequest.Canonicalize("s3", "X", Json.Of(right)));

    [Fact]
    public void It_is_JSON_with_sorted_members() => Assert.Equal(
        """{"operation":"X","params":{"a":15e-1,"b":"c"},"service":"s3"}""",
        DynamicRequest.Canonicalize("s3", "X", Json.Of("""{"b":"c","a":1.50}""")));
}
