using AwsBatch.Benchmarks.Measurement;
using AwsBatch.Benchmarks.Processes;
using AwsBatch.Benchmarks.Suites.EndToEnd;
using AwsBatch.Benchmarks.Suites.EndToEnd.Calls;
using AwsBatch.Benchmarks.Suites.EndToEnd.Subjects;

namespace AwsBatch.Benchmarks.Tests;

public class ComparisonTests
{
    [Fact]
    public async Task A_subject_that_sends_more_than_it_says_is_named_and_there_are_no_figures()
    {
        await using var endpoint = await EndpointProcess.StartAsync(tls: false, CancellationToken.None);
        using var http = new HttpClient();
        await using var greedy = new Greedy(http, endpoint.Url);
        var comparison = new Comparison(AllCalls.Invoke, endpoint, [greedy]);

        var invalid = await Assert.ThrowsAsync<InvalidMeasurementException>(
            () => comparison.RunAsync(rounds: 1, TimeSpan.FromMilliseconds(1), CancellationToken.None));

        Assert.Matches("^lambda:Invoke: greedy made [0-9]+ calls and sent [0-9]+ requests", invalid.Message);
    }

    [Fact]
    public void A_gate_without_a_figure_is_not_met()
    {
        var gates = EndToEndGates.Of([]);

        Assert.NotEmpty(gates);
        Assert.DoesNotContain(gates, static gate => gate.IsMet);
    }

    private sealed class Greedy(HttpClient http, Uri url) : ISubject
    {
        public string Name => "greedy";

        public async Task<Turn> TakeTurnAsync(int calls, CancellationToken cancellationToken)
        {
            for (var call = 0; call <= calls; call++)
                (await http.GetAsync(url, cancellationToken)).Dispose();
            return new Turn(calls, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), Bytes: null, TimeSpan.Zero, TimeSpan.Zero);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
