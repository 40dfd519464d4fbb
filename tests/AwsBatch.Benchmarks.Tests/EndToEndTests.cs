using AwsBatch.Benchmarks.Measurement;
using AwsBatch.Benchmarks.Suites.EndToEnd;

namespace AwsBatch.Benchmarks.Tests;

/// <summary>The suite itself, in one round as short as it gets: figures do not matter here, that they are of what they say does.</summary>
public class EndToEndTests
{
    private static readonly SuiteArguments Shortest = new(Seeds: [], Rounds: 1, Seconds: 0.01);

    private static readonly string[] Always = ["http", "sdk-foreach", "sdk-semaphore", "awsbatch-sdk", "awsbatch-lean"];

    [Fact]
    public async Task Every_subject_sends_one_request_for_each_call()
    {
        var rows = await new EndToEndSuite(withOtherSdks: false).RunAsync(Shortest, CancellationToken.None);

        Assert.Equal(8, rows.Select(static row => row.Case).Distinct().Count());
        AssertCounted(rows);
    }

    [Fact]
    public async Task So_do_the_SDKs_of_other_languages_where_they_are_installed() =>
        AssertCounted(await new EndToEndSuite().RunAsync(Shortest with { Case = "GetItem" }, CancellationToken.None));

    private static void AssertCounted(IReadOnlyList<Row> rows)
    {
        foreach (var @case in rows.GroupBy(static row => row.Case))
        {
            var calls = @case.Where(static row => row.Metric == "calls").ToDictionary(static row => row.Subject, static row => row.Value);

            Assert.Empty(Always.Except(calls.Keys));
            Assert.All(calls.Values, static value => Assert.True(value > 0));
            Assert.Equal(calls, @case.Where(static row => row.Metric == "wire_requests").ToDictionary(static row => row.Subject, static row => row.Value));
        }
    }
}
