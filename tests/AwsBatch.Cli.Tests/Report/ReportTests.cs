using System.Text;
using System.Text.RegularExpressions;
using AwsBatch.Cli.Report;

namespace AwsBatch.Cli.Tests.Report;

/// <summary>The page as it is written.</summary>
public sealed partial class ReportTests
{
    private static readonly string Page = HtmlReport.Render(Runs.Busy);

    [Fact]
    public void It_needs_nothing_from_elsewhere()
    {
        Assert.DoesNotMatch(Reference(), Page);
        Assert.Contains("default-src 'none'", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_chart_has_a_title_and_its_numbers_as_a_table()
    {
        var charts = Chart().Matches(Page);

        Assert.Equal(5, charts.Count);
        Assert.All(charts, chart =>
        {
            Assert.Matches(@"<svg role=""img""[^>]*><title", chart.Value);
            Assert.Matches(@"<table><caption>[^<]+</caption>\s*<thead><tr><th scope=""col"">", chart.Value);
        });
    }

    [Theory]
    [InlineData("9,902 requests in 90 s")]
    [InlineData("43 failed")]
    [InlineData("audit.ndjson")]
    [InlineData("ec2:DescribeInstances timed out")]
    [InlineData("awsbatch 1.2.3")]
    public void It_says_how_the_run_went(string text) => Assert.Contains(text, Page, StringComparison.Ordinal);

    [Fact]
    public void What_was_never_sent_has_no_latency_and_no_limit()
    {
        var page = HtmlReport.Render(Runs.Unsent);

        Assert.Contains("<dd>–</dd><dd class=\"note\">nothing was sent</dd>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("2,147,483,647", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, "Nothing was throttled, and nothing had to wait", "")]
    [InlineData(0, 7, "Nothing was throttled.", "waiting")]
    [InlineData(7, 0, "Nothing had to wait", "throttles")]
    public void What_never_happened_is_a_sentence_and_no_chart(int throttles, int parked, string said, string shown)
    {
        var page = HtmlReport.Render(Runs.Busy with
        {
            Samples = [.. Runs.Busy.Samples.Select(sample => sample with { Throttles = throttles, Parked = parked })],
        });

        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Equal(
            ["throughput", "concurrency", .. shown.Length == 0 ? Array.Empty<string>() : [shown], "latencies"],
            Chart().Matches(page).Select(static chart => Id().Match(chart.Value).Groups[1].Value));
    }

    [Fact]
    public void The_best_rate_is_of_a_usual_while_whatever_the_longest_and_the_last_were()
    {
        var sample = Runs.Busy.Samples[0] with { Failed = 0 };
        var page = HtmlReport.Render(Runs.Busy with
        {
            Samples =
            [
                sample with { Length = TimeSpan.FromSeconds(30), Completed = 30 },
                .. Enumerable.Repeat(sample with { Length = TimeSpan.FromSeconds(1), Completed = 500 }, 9),
                sample with { Length = TimeSpan.FromMilliseconds(1), Completed = 50 },
            ],
        });

        Assert.Contains("at best 500/s", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_is_at_best_no_slower_than_on_the_whole()
    {
        var sample = Runs.Busy.Samples[0] with { Failed = 0 };
        var page = HtmlReport.Render(Runs.Busy with
        {
            Duration = TimeSpan.FromSeconds(2),
            Operations = [Runs.Busy.Operations[0] with { Count = 900 }],
            Samples =
            [
                sample with { Length = TimeSpan.FromSeconds(1.9), Completed = 300 },
                sample with { Length = TimeSpan.FromSeconds(0.1), Completed = 600 },
            ],
        });

        Assert.Contains("at best 450/s", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("<figure[^>]*id=\"([^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("""<link|<iframe|<img|\b(src|href)="|url\(|@import|fetch\(|XMLHttpRequest""")]
    private static partial Regex Reference();

    [GeneratedRegex("<figure.*?</figure>", RegexOptions.Singleline)]
    private static partial Regex Chart();

    [Fact]
    public void It_is_small_however_long_the_run_and_however_much_was_in_it()
    {
        var page = HtmlReport.Render(Runs.Huge);

        Assert.InRange(Encoding.UTF8.GetByteCount(HtmlReport.Render(Runs.Busy with { Samples = Runs.Huge.Samples })), 100_000, 200_000);
        Assert.InRange(Encoding.UTF8.GetByteCount(page), 200_000, 300_000);
        Assert.Contains("150 kinds that were rarer are not shown.", page, StringComparison.Ordinal);
        Assert.Contains("1950 operations with fewer requests are not shown.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_left_out_is_not_told_of_as_several()
    {
        var page = HtmlReport.Render(Runs.Huge with { Operations = [.. Runs.Huge.Operations.Take(51)], Errors = [.. Runs.Huge.Errors.Take(51)] });
        var folded = HtmlReport.Render(Runs.Huge with { Operations = [.. Runs.Huge.Operations.Take(26)], Errors = [.. Runs.Huge.Errors.Take(11)] });

        Assert.Contains("1 kind that was rarer is not shown.", page, StringComparison.Ordinal);
        Assert.Contains("1 operation with fewer requests is not shown.", page, StringComparison.Ordinal);
        Assert.Contains("<summary>1 more operation</summary>", folded, StringComparison.Ordinal);
        Assert.Contains("<summary>1 more kind</summary>", folded, StringComparison.Ordinal);
    }
}
