using AwsBatch.CompilerServices;

namespace AwsBatch.Tests.Results;

public sealed class KeyParametersTests
{
    [Fact]
    public void Nothing_set_is_nothing_said() =>
        Assert.Equal("", new KeyParameters().Add("Bucket", (string?)null).Add("Ids", (List<string>?)null).Add("Names", []).ToString());

    [Theory]
    [InlineData("https://user:secret@queue.test/1/q", "https://***@queue.test/1/q")]
    [InlineData("https://user:p@ss@queue.test/1/q@r", "https://***@queue.test/1/q@r")]
    [InlineData("https://queue.test/1/q@r", "https://queue.test/1/q@r")]
    [InlineData("a\nb\u001b[2J\u202ec", "a\\u000ab\\u001b[2J\\u202ec")]
    public void Passwords_in_URLs_are_left_out_and_control_characters_escaped(string value, string shown) =>
        Assert.Equal($"QueueUrl={shown}", new KeyParameters().Add("QueueUrl", value).ToString());

    [Fact]
    public void A_long_password_is_not_cut_but_left_out() =>
        Assert.Equal("QueueUrl=https://***@q", new KeyParameters().Add("QueueUrl", $"https://u:{new string('x', 100)}@q").ToString());

    [Fact]
    public void Long_values_and_lists_are_cut() =>
        Assert.Equal(
            $"Key={new string('x', 80)}…, Ids=i-1 and 2 more",
            new KeyParameters().Add("Key", new string('x', 500)).Add("Ids", ["i-1", "i-2", "i-3"]).ToString());

    [Fact]
    public void A_value_is_not_cut_within_a_character() =>
        Assert.Equal(
            $"Key={new string('x', 79)}…",
            new KeyParameters().Add("Key", new string('x', 79) + "😀" + new string('x', 20)).ToString());
}
