using AwsBatch.Benchmarks.Measurement;
using AwsBatch.Benchmarks.Processes;
using AwsBatch.Benchmarks.Suites.EndToEnd.Calls;

namespace AwsBatch.Benchmarks.Suites.StartUp;

/// <summary>
/// What a fresh process needs until its first request is answered, AwsBatch beside the plain SDK: compiled as it runs, and
/// if asked ahead of time, which takes minutes to publish.
/// </summary>
internal sealed class StartUpSuite : ISuite
{
    private const int DefaultRounds = 10;

    // Each is a program of its own beside this one: tests/StartUp.
    private static readonly (string Subject, string Program)[] Subjects =
    [
        ("awsbatch", "AwsBatch.StartUp.Benchmarks"),
        ("sdk", "Sdk.StartUp.Benchmarks"),
    ];

    public string Name => "startup";

    public IReadOnlyList<string> Baselines => ["sdk"];

    public async Task<IReadOnlyList<Row>> RunAsync(SuiteArguments arguments, CancellationToken cancellationToken)
    {
        await using var endpoint = await EndpointProcess.StartAsync(tls: false, cancellationToken);
        await endpoint.AnswerAsync(CannedAnswers.HeadObject, cancellationToken);
        var rows = new List<Row>();
        rows.AddRange(await MeasureAsync(
            "cold", [.. Subjects.Select(static subject => (subject.Subject, new FreshProcess(Path.Combine(AppContext.BaseDirectory, subject.Program))))]));

        if (arguments.Aot)
        {
            using var published = new NativePrograms();
            var programs = new List<(string Subject, FreshProcess Process)>();
            foreach (var (subject, program) in Subjects)
            {
                var file = await published.PublishAsync(program, cancellationToken);
                programs.Add((subject, new FreshProcess(file.FullName)));
                rows.Add(new Row(Name, "native AOT, binary", subject, "size_mb", file.Length / (double)(1 << 20)));
            }

            rows.AddRange(await MeasureAsync("native AOT", programs));
        }

        return rows;

        async Task<IEnumerable<Row>> MeasureAsync(string @case, IReadOnlyList<(string Subject, FreshProcess Process)> programs)
        {
            var starts = programs.ToDictionary(static program => program.Subject, static _ => new List<Start>());
            for (var round = 0; round < (arguments.Rounds ?? DefaultRounds); round++)
            {
                foreach (var (subject, process) in programs)
                    starts[subject].Add(await process.StartAsync(endpoint.Url, cancellationToken));
            }

            return starts.SelectMany(subject => new[]
            {
                Figure(subject.Key, "process_ms", subject.Value.Select(static start => start.Process)),
                Figure(subject.Key, "first_request_ms", subject.Value.Select(static start => start.FirstRequest)),
                Figure(subject.Key, "second_request_ms", subject.Value.Select(static start => start.SecondRequest)),
            }.SelectMany(static rows => rows));

            IEnumerable<Row> Figure(string subject, string metric, IEnumerable<TimeSpan> times) =>
                Spread.Rows(Name, @case, subject, metric, times.Select(static time => time.TotalMilliseconds));
        }
    }
}
