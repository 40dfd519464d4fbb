namespace AwsBatch.Tests.Execution.Streams;

internal enum StreamShape
{
    /// <summary>One operation in one pool.</summary>
    Items,

    /// <summary>The pages of one operation.</summary>
    Pages,

    /// <summary>Two operations in several accounts.</summary>
    Mixed,
}

internal enum SourceEnd
{
    Ends,
    Fails,
    IsCancelled,

    /// <summary>It gives nothing more, whatever it is told, until the test is over.</summary>
    Hangs,
}

internal enum ReaderEnd
{
    ReadsAll,
    Leaves,
    Cancels,
}

/// <summary>What a stream is like.</summary>
internal sealed record StreamPlan
{
    public required StreamShape Shape { get; init; }

    public required int Requests { get; init; }

    /// <summary>How many different objects are among them.</summary>
    public required int Objects { get; init; }

    public required int Accounts { get; init; }

    /// <summary>Of a hundred accounts that are asked, how many have no credentials.</summary>
    public required int AccountsRefused { get; init; }

    /// <summary>Whether equal requests may share an answer.</summary>
    public required bool IsReadOnly { get; init; }

    public required SourceEnd SourceEnd { get; init; }

    public required ReaderEnd ReaderEnd { get; init; }

    /// <summary>After how many results the reader leaves or cancels.</summary>
    public required int ReaderEndsAt { get; init; }

    /// <summary>Of a hundred attempts, how many fail.</summary>
    public required int Faults { get; init; }

    public required BatchOptions Options { get; init; }

    public bool Shares => IsReadOnly && Options.Dedupe != DedupeMode.Off;

    public static StreamPlan Draw(Random random)
    {
        // What a mixed stream reads ahead is less than the most.
        var requests = random.Next(10) switch
        {
            0 => random.Next(400, 600),
            < 4 => random.Next(60, 200),
            _ => random.Next(0, 30),
        };
        var readerEnd = (ReaderEnd)Math.Max(0, random.Next(-3, 3));
        // Who waits for all of a source that hangs waits for ever.
        var sourceEnd = (SourceEnd)Math.Max(0, random.Next(-3, readerEnd == ReaderEnd.ReadsAll ? 3 : 4));
        return new StreamPlan
        {
            Shape = (StreamShape)random.Next(3),
            Requests = requests,
            Objects = random.Next(2) == 0 ? Math.Max(1, requests) : random.Next(1, Math.Max(2, requests / 2)),
            Accounts = random.Next(1, 50),
            AccountsRefused = random.Next(3) == 0 ? 80 : random.Next(0, 10),
            IsReadOnly = random.Next(2) == 0,
            SourceEnd = sourceEnd,
            ReaderEnd = readerEnd,
            ReaderEndsAt = random.Next(0, Math.Max(1, requests / 2)),
            Faults = random.Next(2) == 0 ? 0 : random.Next(1, 50),
            Options = new BatchOptions
            {
                Concurrency = random.Next(2) == 0 ? random.Next(1, 20) : null,
                Adaptive = random.Next(4) == 0 ? new AdaptiveOptions { InitialConcurrency = random.Next(1, 10), MaxConcurrency = random.Next(1, 30) } : null,
                MaxRequestsPerSecond = random.Next(4) == 0 ? random.Next(5, 200) : null,
                FailFast = random.Next(5) == 0,
                AttemptTimeout = TimeSpan.FromSeconds(random.Next(1, 4)),
                TotalTimeout = TimeSpan.FromSeconds(random.Next(3, 30)),
                Dedupe = random.Next(2) == 0 ? DedupeMode.Off : null,
                DedupeWindow = random.Next(3) == 0 ? TimeSpan.FromSeconds(1) : null,
            },
        };
    }
}
