using System.Text;
using AwsBatch.Cli.Output;

namespace AwsBatch.Cli.Tests.Output;

public sealed class CompactJsonTests
{
    [Theory]
    [InlineData("{ \"a\" : 1.50 }", "{ \"a\" : 1.50 }")]
    [InlineData("{\r\n  \"a b\" : \"c  \\\" \\\\\" ,\n\t\"d\":[ 1e3 , null ]\n}", "{\"a b\":\"c  \\\" \\\\\",\"d\":[1e3,null]}")]
    public void It_is_one_line_and_says_what_was_written(string json, string compact) =>
        Assert.Equal(compact, Encoding.UTF8.GetString(CompactJson.Of(Encoding.UTF8.GetBytes(json))));
}
