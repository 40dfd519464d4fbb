using AwsBatch.CompilerServices;

namespace AwsBatch.Tests.Requests;

public sealed class PageTokenTests
{
    [Fact]
    public void Nothing_is_no_token()
    {
        Assert.Null(PageToken.Of((int?)null));
        Assert.Null(PageToken.Of((MemoryStream?)null));
        Assert.Null(PageToken.Of(null, "", null));
        Assert.Null(PageToken.List<string>(null, static item => item));
        Assert.Null(PageToken.List(Array.Empty<string>(), static item => item));
        Assert.Null(PageToken.Map<string>(null, static item => item));
        Assert.Null(PageToken.Map(new Dictionary<string, string>(), static item => item));
    }

    [Fact]
    public void Parts_do_not_run_into_each_other()
    {
        string?[] tokens =
        [
            PageToken.Of("ab", "c"), PageToken.Of("a", "bc"), PageToken.Of("abc", null), PageToken.Of("abc", ""), PageToken.Of(null, "abc"),
            PageToken.Of("1:a", "1:b"),
        ];

        Assert.Equal(tokens.Length, tokens.Distinct().Count());
    }

    [Fact]
    public void Maps_are_equal_by_content_whatever_their_order()
    {
        var token = Form(new() { ["id"] = "7", ["at"] = "9" });

        Assert.Equal(token, Form(new() { ["at"] = "9", ["id"] = "7" }));
        Assert.NotEqual(token, Form(new() { ["at"] = "7", ["id"] = "9" }));

        static string? Form(Dictionary<string, string> map) => PageToken.Map(map, static value => value);
    }

    [Fact]
    public void Bytes_are_equal_by_content_wherever_they_stand()
    {
        var read = new MemoryStream([1, 2, 3]) { Position = 3 };

        Assert.Equal(PageToken.Of(new MemoryStream([1, 2, 3])), PageToken.Of(read));
        Assert.Equal(3, read.Position);
        Assert.NotEqual(PageToken.Of(read), PageToken.Of(new MemoryStream([1, 2])));
    }

    [Fact]
    public void Numbers_and_flags_are_the_same_in_every_culture() =>
        Assert.Equal(("1000", "False"), (PageToken.Of((int?)1_000), PageToken.Of((bool?)false)));
}
