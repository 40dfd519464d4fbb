namespace Samples.Tests;

/// <summary>Each sample does what it says, whatever the machine's speed.</summary>
public sealed class CapabilitiesTests(CapabilitiesRun run) : IClassFixture<CapabilitiesRun>
{
    [Theory]
    [InlineData("concurrency", "400 succeeded, 0 failed", "saw (1?[0-9]|20) at a time at most", "part-0007 has 6 bytes")]
    [InlineData("adaptive", "the limit went from 2 to ([3-9]|[0-9]{2,})\n", "1000 succeeded, 0 failed")]
    [InlineData("failures", "2 of 3 succeeded", "#1, not-there: s3:HeadObject failed with NotFound: .*Key=not-there; HTTP 404", "Batch failed: s3:HeadObject", "2 had been finished")]
    [InlineData("duplicates", "100 requests, 10 sent, 90 answered", "0 attempts, deduplicated: True", "ten callers of work of your own: 1 run")]
    [InlineData("pages", "logs/: 3 pages, 2500 keys", "logs/part-1: 1 pages, 1000 keys", "not-there/: 1 pages, 0 keys s3:ListObjectsV2 failed with NoSuchBucket")]
    [InlineData("downloads", "1000 objects, 7[0-9]{3} bytes")]
    [InlineData("mixed", "1 bucket\n", "40 instances in us-east-1", "40 instances in us-east-2", @"results\[1\] is ec2:DescribeInstances")]
    [InlineData("accounts", "40 of 40 requests were answered as the account of their tenant", "the last as arn:aws:sts::000000000040:assumed-role/audit/")]
    [InlineData("throttles", "60 succeeded, 0 failed, .* 60 attempts, 0 throttled(.|\n)*60 succeeded, 0 failed, .* [1-9][0-9]* throttled")]
    [InlineData("retries", "RunInstances: 2 attempts, 1 new instance", "SendMessage: 1 attempt, 1 message", "outcome is unknown")]
    [InlineData("monitoring", "ec2:DescribeInstances: 50 requests, 0 failed", "s3:HeadObject: 500 requests, 0 failed")]
    [InlineData("dynamic", "ContentLength: 6", "'HeadObjekt' is not one of s3; did you mean HeadObject")]
    public void It_shows_what_it_says(string sample, params string[] facts)
    {
        var shown = run.Of(sample);
        foreach (var fact in facts)
            Assert.Matches(fact, shown);
    }

    [Fact]
    public async Task An_unknown_name_is_told_the_known_ones()
    {
        var (exitCode, _, errors) = await CapabilitiesRun.RunAsync("pagination");

        Assert.Equal(2, exitCode);
        Assert.Contains("There is no sample 'pagination'", errors, StringComparison.Ordinal);
        Assert.Contains("pages       every page of every request", errors, StringComparison.Ordinal);
    }
}
