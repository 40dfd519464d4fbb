using AwsBatch.Benchmarks.Measurement;
using AwsBatch.Benchmarks.Processes;
using AwsBatch.Benchmarks.Suites.EndToEnd.Calls;
using AwsBatch.Benchmarks.Suites.EndToEnd.Others;
using AwsBatch.Benchmarks.Suites.EndToEnd.Subjects;

namespace AwsBatch.Benchmarks.Suites.EndToEnd;

/// <summary>
/// What a call costs from the request object to the response object and back: AwsBatch beside the loops that users write
/// over the SDK and beside bare HTTP, against an endpoint in a process of its own whose share is as good as nothing.
/// </summary>
/// <param name="withOtherSdks">Whether those of other languages take part where they are installed.</param>
internal sealed class EndToEndSuite(bool withOtherSdks = true) : ISuite
{
    public const int Concurrency = 16;

    private const int DefaultRounds = 5;
    private const double DefaultSeconds = 0.5;

    public string Name => "endtoend";

    public IReadOnlyList<string> Baselines => [EndToEndFigures.Http, EndToEndFigures.Sdk, "sdk-semaphore"];

    public async Task<IReadOnlyList<Row>> RunAsync(SuiteArguments arguments, CancellationToken cancellationToken)
    {
        var rounds = arguments.Rounds ?? DefaultRounds;
        var length = TimeSpan.FromSeconds(arguments.Seconds ?? DefaultSeconds);
        var rows = new List<Row>();
        var others = withOtherSdks ? await OtherSdk.StartAsync(cancellationToken) : [];
        try
        {
            await using var plain = await EndpointProcess.StartAsync(tls: false, cancellationToken);
            foreach (var call in AllCalls.InOrder)
                await MeasureAsync(call.Name, call, plain, others);

            await MeasureAsync(AllCalls.MissingObject.Name, AllCalls.MissingObject, plain, others: []);

            await using var tls = await EndpointProcess.StartAsync(tls: true, cancellationToken);
            await MeasureAsync($"{AllCalls.HeadObject.Name}, TLS", AllCalls.HeadObject, tls, others: []);
        }
        finally
        {
            foreach (var other in others)
                await other.DisposeAsync();
        }

        return rows;

        async Task MeasureAsync(string name, ICall call, EndpointProcess endpoint, IReadOnlyList<OtherSdk> others)
        {
            if (!arguments.Includes(name))
                return;
            await Console.Error.WriteLineAsync($"{name} …");
            ISubject[] subjects = [.. call.Subjects(endpoint, Concurrency), .. others.Select(other => other.Subject(call, endpoint, Concurrency))];
            try
            {
                var comparison = new Comparison(call, endpoint, subjects);
                var turns = await comparison.RunAsync(rounds, length, cancellationToken);
                rows.AddRange(EndToEndFigures.Rows(Name, name, turns));
            }
            finally
            {
                foreach (var subject in subjects)
                    await subject.DisposeAsync();
            }
        }
    }

    public IReadOnlyList<Gate> Judge(IReadOnlyList<Row> rows) => EndToEndGates.Of(rows);
}
