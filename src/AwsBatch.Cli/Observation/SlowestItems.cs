using System.Text.Json;
using AwsBatch.Cli.Input;
using AwsBatch.Cli.Output;

namespace AwsBatch.Cli.Observation;

/// <summary>The slowest requests of a run. Not safe for concurrent use.</summary>
internal sealed class SlowestItems
{
    private const int Most = 20;

    private readonly PriorityQueue<SlowItem, TimeSpan> items = new();

    public void Add(RequestEntry entry, BatchRequest sent, in Outcome outcome, string? code)
    {
        if (items.Count == Most && items.TryPeek(out _, out var fastest) && outcome.Duration <= fastest)
            return;

        var id = entry.Id.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : entry.Id.ToString();
        var item = new SlowItem(entry.Index, id, sent.ToString()!, outcome.Duration, outcome.Attempts, code, outcome.Error);
        if (items.Count == Most)
            items.EnqueueDequeue(item, item.Duration);
        else
            items.Enqueue(item, item.Duration);
    }

    /// <summary>The slowest first.</summary>
    public IReadOnlyList<SlowItem> ToList() =>
        [.. items.UnorderedItems.Select(static entry => entry.Element).OrderByDescending(static item => item.Duration)];
}
