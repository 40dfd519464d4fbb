namespace AwsBatch.Simulation.Core;

internal enum CallShape
{
    /// <summary>One operation in one pool.</summary>
    Batch,

    /// <summary>Two operations over all pools.</summary>
    Mixed,

    /// <summary>A single request.</summary>
    Single,
}

/// <summary>What a call is like.</summary>
internal sealed record CallPlan
{
    public required CallShape Shape { get; init; }

    public required int Requests { get; init; }

    public required BatchOptions Options { get; init; }

    /// <summary>How many different requests there are among them.</summary>
    public required int DifferentRequests { get; init; }

    /// <summary>Whether equal requests are one and the same object.</summary>
    public required bool RepeatsObjects { get; init; }

    public required bool IsReadOnly { get; init; }

    /// <summary>Whether answers have bodies that are read in their slots.</summary>
    public required bool Consumes { get; init; }

    public required TimeSpan StartsAfter { get; init; }

    /// <summary>After how many moments, of all the call comes to, its caller cancels; null for never.</summary>
    public required int? CancelledAt { get; init; }

    public bool MayEndEarly => CancelledAt is not null || Options.FailFast == true;

    public static CallPlan Draw(Random random)
    {
        var shape = random.Next(8) switch
        {
            0 => CallShape.Single,
            < 4 => CallShape.Mixed,
            _ => CallShape.Batch,
        };
        var requests = shape == CallShape.Single ? 1 : random.Next(4) == 0 ? random.Next(100, 200) : random.Next(0, 30);
        return new CallPlan
        {
            Shape = shape,
            Requests = requests,
            DifferentRequests = random.Next(2) == 0 ? requests : random.Next(1, requests + 2),
            RepeatsObjects = random.Next(2) == 0,
            IsReadOnly = random.Next(2) == 0,
            Consumes = random.Next(3) == 0,
            StartsAfter = random.Next(2) == 0 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(10 * random.Next(500)),
            CancelledAt = random.Next(4) == 0 ? random.Next(200) : null,
            Options = new BatchOptions
            {
                Concurrency = random.Next(2) == 0 ? random.Next(1, 20) : null,
                Adaptive = random.Next(4) == 0
                    ? new AdaptiveOptions
                    {
                        InitialConcurrency = random.Next(1, 10),
                        MaxConcurrency = random.Next(1, 30),
                        TargetLatency = random.Next(2) == 0 ? TimeSpan.FromMilliseconds(random.Next(20, 500)) : null,
                    }
                    : null,
                MaxRequestsPerSecond = random.Next(4) == 0 ? random.Next(5, 200) : null,
                FailFast = random.Next(4) == 0,
                AttemptTimeout = Any(random, null, TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(200)),
                TotalTimeout = Any(random, null, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(3)),
                Dedupe = random.Next(2) == 0 ? DedupeMode.Off : null,
                DedupeWindow = Any(random, null, TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(50)),
            },
        };
    }

    private static TimeSpan? Any(Random random, params ReadOnlySpan<TimeSpan?> choices) => choices[random.Next(choices.Length)];
}
