namespace AwsBatch.Cli.Report.Charts;

internal enum SeriesForm
{
    /// <summary>Filled from what is below.</summary>
    Area,

    /// <summary>A line of steps.</summary>
    Line,
}

/// <summary>Values over time, one per sample of a run.</summary>
/// <param name="Name">What the legend and the table call it.</param>
/// <param name="Style">The class of its colour.</param>
/// <param name="Form">How it is drawn.</param>
/// <param name="Values">One per sample; of a line not a number where there is none.</param>
/// <param name="Text">A value as people read it.</param>
internal sealed record Series(string Name, string Style, SeriesForm Form, IReadOnlyList<double> Values, Func<double, string> Text);
