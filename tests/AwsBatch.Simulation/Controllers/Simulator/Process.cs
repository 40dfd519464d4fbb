namespace AwsBatch.Simulation.Controllers.Simulator;

/// <summary>A process with its controller, and what became of its requests.</summary>
internal sealed class Process(IController controller, RetryRule retries)
{
    public IController Controller { get; } = controller;

    public RetryRule Retries { get; } = retries;

    public PriorityQueue<Item, long> Waiting { get; } = new();

    public int InFlight { get; set; }

    /// <summary>When it asks its controller again; zero if no time is set.</summary>
    public long WakesAt { get; set; }

    public int Sent { get; set; }

    public int Throttled { get; set; }

    /// <summary>Items that failed for being throttled.</summary>
    public int Exhausted { get; set; }

    /// <summary>What succeeded: when, and after what latency, in seconds.</summary>
    public List<(double At, double Latency)> Succeeded { get; } = [];

    /// <summary>The limit, ten times a second.</summary>
    public List<(double At, double Limit)> Limits { get; } = [];

    public bool HasDueRetry(long now) => Waiting.TryPeek(out _, out var due) && due <= now;
}
