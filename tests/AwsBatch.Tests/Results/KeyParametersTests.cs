using AwsBatch.CompilerServices;

namespace AwsBatch.Tests.Results;

public sealed class KeyParametersTests
{
    [Fact]
    public void Nothing_set_is_nothing_said() =>
        Assert.Equal("", new KeyParameters().Add("Bucket", (string?)null).Add("Ids", (List<string>?)null).Add("Names", []).ToString());

    [Fact]
    public void Long_values_and_lists_are_cut() =>
        Assert.Equal(
            $"Key={new string('x', 80)}…, Ids=i-1 and 2 more",
            new KeyParameters().Add("Key", new string('x', 500)).Add("Ids", ["i-1", "i-2", "i-3"]).ToString());
}
