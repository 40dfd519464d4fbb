namespace AwsBatch.Benchmarks.Measurement;

/// <summary>A family of measurements that belong in one run.</summary>
internal interface ISuite
{
    string Name { get; }

    /// <summary>The subjects a run must have figures of.</summary>
    IReadOnlyList<string> Baselines { get; }

    Task<IReadOnlyList<Row>> RunAsync(SuiteArguments arguments, CancellationToken cancellationToken);
}
