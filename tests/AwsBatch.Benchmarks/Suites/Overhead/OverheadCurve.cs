using System.Globalization;
using AwsBatch.Benchmarks.Measurement;
using AwsBatch.CompilerServices;
using AwsBatch.Tests.Support;

namespace AwsBatch.Benchmarks.Suites.Overhead;

/// <summary>What an item costs as batches grow and as concurrency rises, and how often that is what it costs Parallel.ForEachAsync.</summary>
internal sealed class OverheadCurve(string suite, WirelessEngine engine)
{
    private const string AwsBatch = "awsbatch";
    private const string ForEach = "parallel-foreach";
    private const string Ratio = "ratio_at_";
    private const string Nanoseconds = "ns_at_";
    private const string NoOp = "no-op";
    private const string Yielding = "yielding";
    private const int Many = 1_000_000;
    private const int Few = 10_000;

    // The smaller a batch, the more often it runs: a round of each size is about as long.
    private static readonly (int Items, int Rounds)[] Sizes = [(1_000, 200), (Few, 20), (100_000, 5), (Many, 3)];
    private static readonly int[] Concurrencies = [1, 4, 16, 64, 256, 1_024];

    public async Task<IReadOnlyList<Row>> MeasureAsync(SuiteArguments arguments, CancellationToken cancellationToken)
    {
        var rows = new List<Row>();
        foreach (var (operation, call) in new (string, Func<Task<string>>)[] { (NoOp, WirelessEngine.NoOp), (Yielding, WirelessEngine.Yielding) })
        {
            var batched = BatchOperation.Create<FakeRequest, string>(WirelessEngine.Service, "Call", (_, _, _) => call());
            foreach (var (items, rounds) in Sizes.Where(size => arguments.Includes(CaseOf(operation, size.Items))))
            {
                FakeRequest[] requests = [.. Enumerable.Range(0, items).Select(static number => new FakeRequest(number))];
                foreach (var concurrency in Concurrencies)
                {
                    var figures = await Rounds.MeasureAsync(
                        items,
                        arguments.Rounds ?? rounds,
                        [
                            (AwsBatch, () => engine.BatchAsync(batched, requests, new BatchOptions { Concurrency = concurrency })),
                            (ForEach, () => Loops.ForEachAsync(items, concurrency, (_, _) => call(), cancellationToken)),
                        ],
                        cancellationToken);
                    rows.AddRange(figures.Select(figure => Cell(figure.Key, Nanoseconds, figure.Value.NanosecondsPerItem)));
                    rows.Add(Cell(AwsBatch, Ratio, figures[AwsBatch].NanosecondsPerItem / figures[ForEach].NanosecondsPerItem));

                    Row Cell(string subject, string metric, double value) => new(suite, CaseOf(operation, items), subject, metric + Name(concurrency), value);
                }
            }
        }

        return rows;
    }

    public static IEnumerable<Gate> Judge(IReadOnlyList<Row> rows)
    {
        return
        [
            new Gate(Yielding, "worst ratio of the curve", Worst(Yielding, fewest: 1), 1.1, Sense.AtMost),
            new Gate(NoOp, "worst ratio of the curve, from 16 at a time", Worst(NoOp, fewest: 16), 1.1, Sense.AtMost),
            new Gate(NoOp, "ns of an item, one at a time", Figure(NoOp, Many, 1), 150, Sense.AtMost),
            // A fifth is noise between batches of such different lengths; a curve is more.
            new Gate(Yielding, "ns of an item in a million ÷ in ten thousand", Figure(Yielding, Many, 16) / Figure(Yielding, Few, 16), 1.2, Sense.AtMost),
        ];

        double? Worst(string operation, int fewest) => rows
            .Where(row => row.Case.StartsWith($"curve, {operation}", StringComparison.Ordinal)
                && Concurrencies.Any(concurrency => concurrency >= fewest && row.Metric == Ratio + Name(concurrency)))
            .Max(static row => (double?)row.Value);

        double? Figure(string operation, int items, int concurrency) => rows.FirstOrDefault(row =>
            (row.Case, row.Subject, row.Metric) == (CaseOf(operation, items), AwsBatch, Nanoseconds + Name(concurrency)))?.Value;
    }

    private static string CaseOf(string operation, int items) =>
        string.Create(CultureInfo.InvariantCulture, $"curve, {operation}, {items:N0} items");

    private static string Name(int concurrency) => concurrency.ToString(CultureInfo.InvariantCulture);
}
