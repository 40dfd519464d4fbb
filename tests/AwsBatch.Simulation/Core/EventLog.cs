using System.Runtime.CompilerServices;

namespace AwsBatch.Simulation.Core;

/// <summary>What happened, in order; kept only for a replay.</summary>
internal sealed class EventLog(SimulatedTime time, bool isKept)
{
    private readonly List<string> lines = [];

    public IReadOnlyList<string> Lines => lines;

    public bool IsKept => isKept;

    public void Add([InterpolatedStringHandlerArgument("")] Line line)
    {
        if (isKept)
            lines.Add($"{TimeSpan.FromTicks(time.Now).TotalSeconds,9:0.000} s  {line.Text}");
    }

    /// <summary>A line that is not even put together if nobody wants it.</summary>
    [InterpolatedStringHandler]
    public readonly struct Line
    {
        private readonly System.Text.StringBuilder? text;

        public Line(int literalLength, int formattedCount, EventLog log, out bool isWanted)
        {
            isWanted = log.IsKept;
            text = isWanted ? new System.Text.StringBuilder(literalLength + (8 * formattedCount)) : null;
        }

        public string Text => text?.ToString() ?? "";

        public void AppendLiteral(string value) => text!.Append(value);

        public void AppendFormatted<T>(T value) => text!.Append(value);
    }
}
