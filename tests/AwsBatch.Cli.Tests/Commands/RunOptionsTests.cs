using System.CommandLine;
using AwsBatch.Cli.Commands;

namespace AwsBatch.Cli.Tests.Commands;

/// <summary>What the flags of <c>run</c> ask of the core.</summary>
public sealed class RunOptionsTests
{
    [Fact]
    public void Without_flags_the_core_has_its_own_defaults() => Assert.Equal(new BatchOptions { FailFast = false }, Read());

    [Fact]
    public void Each_flag_is_an_option_of_the_core() => Assert.Equal(
        new BatchOptions
        {
            Concurrency = 7,
            MaxRequestsPerSecond = 0.5,
            FailFast = true,
            DedupeWindow = TimeSpan.FromSeconds(30),
            AttemptTimeout = TimeSpan.FromMinutes(1.5),
            TotalTimeout = TimeSpan.FromMinutes(1.5),
        },
        Read("--concurrency", "7", "--max-rps", "0.5", "--fail-fast", "--dedupe-window", "30", "--timeout", "1.5m"));

    [Fact]
    public void What_adapts_the_run_implies_that_it_adapts()
    {
        Assert.Equal(new AdaptiveOptions(), Read("--adaptive").Adaptive);
        Assert.Equal(new AdaptiveOptions { InitialConcurrency = 5 }, Read("--initial-concurrency", "5").Adaptive);
        Assert.Equal(new AdaptiveOptions { TargetLatency = TimeSpan.FromMilliseconds(500) }, Read("--target-latency", "500ms").Adaptive);
    }

    [Theory]
    [InlineData("250ms", 0.25)]
    [InlineData("3s", 3)]
    [InlineData("2m", 120)]
    [InlineData("1h", 3_600)]
    [InlineData("1d", 86_400)]
    [InlineData("0.5", 0.5)]
    public void A_time_has_its_unit_or_is_in_seconds(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Read("--timeout", text).TotalTimeout);

    [Theory]
    [InlineData("http://localhost:4566")]
    [InlineData("https://vpce-1.s3.eu-west-1.vpce.amazonaws.com/path")]
    public void An_endpoint_is_plain_or_secure(string url) => Assert.Empty(Parse(new RunOptions(), "--endpoint-url", url).Errors);

    [Theory]
    [InlineData("0/3")]
    [InlineData("4/3")]
    [InlineData("1")]
    [InlineData("1/2/3")]
    [InlineData("-1/3")]
    public void A_shard_that_there_is_not_is_bad_usage(string shard) =>
        Assert.Equal($"--shard '{shard}' is not i/n with i from 1 to n, such as 2/8.", Assert.Single(Parse(new RunOptions(), $"--shard={shard}").Errors).Message);

    private static BatchOptions Read(params string[] arguments)
    {
        var options = new RunOptions();
        var parsed = Parse(options, arguments);
        Assert.Empty(parsed.Errors);
        return options.ReadBatchOptions(parsed);
    }

    private static ParseResult Parse(RunOptions options, params string[] arguments)
    {
        var command = new Command("run");
        options.AddTo(command);
        return command.Parse(arguments);
    }
}
