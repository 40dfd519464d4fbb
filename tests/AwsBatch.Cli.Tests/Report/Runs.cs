using AwsBatch.Cli.Observation;

namespace AwsBatch.Cli.Tests.Report;

/// <summary>Runs to report on.</summary>
internal static class Runs
{
    /// <summary>A minute and a half with throttles, failures and markup in keys.</summary>
    public static RunRecord Busy { get; } = MakeBusy();

    /// <summary>One request, answered at once.</summary>
    public static RunRecord One { get; } = Busy with
    {
        Duration = TimeSpan.FromMilliseconds(40),
        Samples = [new(TimeSpan.Zero, TimeSpan.FromMilliseconds(40), Completed: 1, Failed: 0, Throttles: 0, InFlight: 1, Limit: 8, Parked: 0)],
        Operations = [new(new("s3", "ListBuckets"), Count: 1, Failed: 0, Deduplicated: 0, Attempts: 1, Throttles: 0, Latencies(31))],
        Errors = [],
        Slowest = [new(0, Id: null, "s3:ListBuckets", TimeSpan.FromMilliseconds(31), Attempts: 1, Code: null, Error: null)],
    };

    /// <summary>Requests none of which could be sent, before anything had set a limit.</summary>
    public static RunRecord Unsent { get; } = Busy with
    {
        Samples = [.. Busy.Samples.Select(static (sample, i) => sample with { InFlight = 0, Limit = i < 5 ? int.MaxValue : 0, Throttles = 0, Parked = 0 })],
        Operations = [new(new("s3", "ListBuckets"), Count: 9, Failed: 9, Deduplicated: 0, Attempts: 0, Throttles: 0, new LatencyHistogram())],
        Slowest = [],
    };

    /// <summary>As much of all as a run may have, in as many words as their writers like.</summary>
    public static RunRecord Huge { get; } = Busy with
    {
        Samples = [.. Enumerable.Range(0, 240).Select(static n => new RunSample(
            TimeSpan.FromSeconds(1_000 * n), TimeSpan.FromSeconds(1_000), 1_000_000 + n, 1_000 + n, 1_000 + (7 * n), 250, 256 - n, 4_000 - n))],
        Operations = [.. Enumerable.Range(0, 2_000).Select(static n => new OperationRecord(
            new(Long("service", n), Long("Operation", n)), 1_000_000 + n, 1_000, 1_000, 1_000_000, 1_000, Latencies(Enumerable.Range(1, 300).Select(static n => 1.2 * n * n))))],
        Errors = [.. Enumerable.Range(0, 200).Select(static n => new ErrorGroup(
            new(Long("service", n), Long("Operation", n)), Long("Code", n), 1_000, Long("example", n), n))],
        Slowest = [.. Enumerable.Range(0, 20).Select(static n => new SlowItem(
            n, Long("id", n), Long("request", n), TimeSpan.FromSeconds(100 - n), 14, Long("Code", n), Long("error", n)))],
        Settings = [new("FILE", Long("path", 1))],
    };

    /// <summary>An empty input.</summary>
    public static RunRecord Nothing { get; } = Busy with
    {
        Duration = TimeSpan.Zero, Samples = [], Operations = [], Errors = [], Slowest = [], Settings = [],
    };

    public static LatencyHistogram Latencies(params IEnumerable<double> milliseconds)
    {
        var latencies = new LatencyHistogram();
        foreach (var latency in milliseconds)
            latencies.Add(TimeSpan.FromMilliseconds(latency));
        return latencies;
    }

    private static string Long(string what, int number) => what + number + new string('w', 10_000);

    private static RunRecord MakeBusy() => new()
    {
        Version = "1.2.3",
        StartedAt = new DateTimeOffset(2026, 11, 30, 21, 14, 8, TimeSpan.Zero),
        Duration = TimeSpan.FromSeconds(90),
        Settings = [new("input", "audit.ndjson"), new("concurrency", "adaptive")],
        Samples = [.. Enumerable.Range(0, 90).Select(static second => Sample(second, isThrottled: second is > 40 and < 50))],
        Operations =
        [
            new(new("ec2", "DescribeInstances"), 900, 0, 100, 880, 80, Latencies(Enumerable.Range(1, 800).Select(static n => 100 + (n % 200.0)))),
            new(new("s3", "HeadObject"), 9_000, 41, 0, 9_000, 0, Latencies(Enumerable.Range(1, 9_000).Select(static n => 20 + (n % 90.0)))),
            new(new("s33", "HeadObject"), 2, 2, 0, 0, 0, new LatencyHistogram()),
        ],
        Errors =
        [
            new(new("s3", "HeadObject"), "NotFound", 41, "s3:HeadObject NotFound (404) Bucket=logs, Key=<img src=x onerror=alert(1)>", 713),
            new(new("s33", "HeadObject"), "Validation", 2, "service 's33' is not known; did you mean s3?", 17),
        ],
        Slowest =
        [
            new(4, "</td><script>alert(2)</script>", "ec2:DescribeInstances (InstanceIds=i-1 and 3 more)", TimeSpan.FromSeconds(9), 3, "Timeout", "ec2:DescribeInstances timed out"),
            new(9, Id: null, "s3:HeadObject (Bucket=logs, Key=<script>alert(3)</script>)", TimeSpan.FromSeconds(2), 1, Code: null, Error: null),
        ],
    };

    private static RunSample Sample(int second, bool isThrottled) => new(
        TimeSpan.FromSeconds(second),
        TimeSpan.FromSeconds(1),
        Completed: isThrottled ? 40 : 100 + second,
        Failed: second % 10 == 0 ? 4 : 0,
        Throttles: isThrottled ? 10 : 0,
        InFlight: isThrottled ? 8 : 8 + second,
        Limit: isThrottled ? 10 : 12 + second,
        Parked: isThrottled ? 50 : 0);
}
