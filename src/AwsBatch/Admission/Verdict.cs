namespace AwsBatch.Admission;

/// <summary>What a window led to.</summary>
internal enum VerdictKind
{
    /// <summary>It says too little yet.</summary>
    Wait,

    /// <summary>The limit is right: measure anew.</summary>
    Keep,

    /// <summary>The limit changes.</summary>
    Set,

    /// <summary>The limit changes, and what latency is without a queue is to be measured.</summary>
    Probe,
}

/// <summary>What a window led to, and the limit it leads to.</summary>
internal readonly record struct Verdict(VerdictKind Kind, double Limit)
{
    public static Verdict Wait => default;

    public static Verdict Keep => new(VerdictKind.Keep, 0);

    public static Verdict Set(double limit) => new(VerdictKind.Set, limit);

    public static Verdict Probe(double limit) => new(VerdictKind.Probe, limit);
}
