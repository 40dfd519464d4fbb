using AwsBatch.Benchmarks.Measurement;

namespace AwsBatch.Benchmarks.Suites.EndToEnd;

/// <summary>Figures of a call: of each subject the median round, and how it compares in the same round with the SDK and bare HTTP.</summary>
internal static class EndToEndFigures
{
    public const string Http = "http";
    public const string Sdk = "sdk-foreach";
    public const string Endpoint = "endpoint";
    public const string CallsPerSecond = "calls_per_s";
    public const string Cpu = "cpu_us";
    public const string Bytes = "bytes";

    public static string OfSdk(string metric) => $"{metric}_of_sdk";

    public static string OfHttp(string metric) => $"{metric}_of_http";

    public static IEnumerable<Row> Rows(string suite, string @case, IReadOnlyList<SubjectTurns> subjects)
    {
        var sdk = subjects.Single(static subject => subject.Subject == Sdk);
        var http = subjects.Single(static subject => subject.Subject == Http);
        return [.. subjects.SelectMany(Subject), EndpointCpu()];

        IEnumerable<Row> Subject(SubjectTurns turns) =>
        [
            Figure(turns, CallsPerSecond, static turn => turn.CallsPerSecond),
            Figure(turns, Cpu, static turn => turn.CpuMicroseconds),
            .. turns[0].Turn.Bytes is null ? (Row[])[] : [Figure(turns, Bytes, static turn => turn.BytesPerCall!.Value)],
            Figure(turns, "p50_us", static turn => turn.P50.TotalMicroseconds),
            Figure(turns, "p99_us", static turn => turn.P99.TotalMicroseconds),
            new Row(suite, @case, turns.Subject, "calls", turns.Sum(static turn => turn.Turn.Calls)),
            new Row(suite, @case, turns.Subject, "wire_requests", turns.Sum(static turn => turn.Endpoint.Requests)),
            .. Ratio(turns, sdk, OfSdk(CallsPerSecond), static turn => turn.CallsPerSecond),
            .. Ratio(turns, sdk, OfSdk(Cpu), static turn => turn.CpuMicroseconds),
            .. Ratio(turns, http, OfHttp(Cpu), static turn => turn.CpuMicroseconds),
            .. turns[0].Turn.Bytes is null ? [] : Ratio(turns, sdk, OfSdk(Bytes), static turn => turn.BytesPerCall!.Value),
        ];

        Row Figure(SubjectTurns turns, string metric, Func<Turn, double> figure) =>
            new(suite, @case, turns.Subject, metric, Rounds.Median([.. turns.Select(turn => figure(turn.Turn))]));

        IEnumerable<Row> Ratio(SubjectTurns turns, SubjectTurns to, string metric, Func<Turn, double> figure) => Spread.Rows(
            suite, @case, turns.Subject, metric, turns.Zip(to, (turn, other) => figure(turn.Turn) / figure(other.Turn)));

        // Under the fastest client, where what it does besides answering counts least.
        Row EndpointCpu() => new(
            suite, @case, Endpoint, Cpu, Rounds.Median([.. http.Select(static turn => turn.Endpoint.CpuMicroseconds / turn.Endpoint.Requests)]));
    }
}
