namespace AwsBatch.Cli.Output;

/// <summary>What became of a request.</summary>
internal readonly record struct Outcome
{
    /// <summary>The answer as a JSON object; null if there is none.</summary>
    public ReadOnlyMemory<byte>? Result { get; init; }

    /// <summary>Why there is none; null if the request succeeded.</summary>
    public string? Error { get; init; }

    public TimeSpan Duration { get; init; }

    public int Attempts { get; init; }

    public bool Deduplicated { get; init; }
}
