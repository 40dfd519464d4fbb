namespace AwsBatch.Benchmarks.Measurement;

/// <summary>A family of measurements that belong in one run.</summary>
internal interface ISuite
{
    string Name { get; }

    /// <summary>The subjects a run must have figures of.</summary>
    IReadOnlyList<string> Baselines { get; }

    /// <exception cref="InvalidMeasurementException">What was measured is not what was meant to be.</exception>
    Task<IReadOnlyList<Row>> RunAsync(SuiteArguments arguments, CancellationToken cancellationToken);

    /// <summary>What the figures are held against.</summary>
    IReadOnlyList<Gate> Judge(IReadOnlyList<Row> rows) => [];
}
