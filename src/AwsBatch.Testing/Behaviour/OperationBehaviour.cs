using AwsBatch.Testing.Behaviour;
using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing;

/// <summary>How the endpoint treats the calls of one operation, or of one service (<c>s3:*</c>). Thread-safe; may change while calls run.</summary>
public sealed class OperationBehaviour
{
    private readonly Lock gate = new();
    private readonly List<ProgrammedError> errors = [];
    private volatile LatencyDistribution? latency;

    internal OperationBehaviour(string operation) => Operation = operation;

    /// <summary>The operation this is for, such as <c>s3:HeadObject</c> or <c>s3:*</c>.</summary>
    public string Operation { get; }

    /// <summary>
    /// How long every call is held before it is answered, errors included; null, the default, answers at once. An operation's own latency
    /// takes the place of its service's.
    /// </summary>
    public LatencyDistribution? Latency
    {
        get => latency;
        set => latency = value;
    }

    /// <summary>
    /// Answers calls with an error in the service's own format, and without doing what they ask. Errors are tried in the order they were added,
    /// and the first that applies is the answer: <c>Fail(500, …, times: 2).Fail(503, …, times: 1)</c> answers 500, 500, 503, then normally.
    /// </summary>
    /// <param name="statusCode">The HTTP status, 400 to 599.</param>
    /// <param name="code">The AWS error code, such as <c>InternalError</c>.</param>
    /// <param name="message">The error's text.</param>
    /// <param name="times">How many calls are hit, 1 or more; null hits them all.</param>
    /// <param name="probability">The chance that a call is hit, above 0 and up to 1.</param>
    /// <param name="seed">Of the random sequence that <paramref name="probability"/> draws from.</param>
    /// <param name="when">Which calls may be hit; null for any. Called under a lock: keep it short.</param>
    /// <returns>This behaviour, to add more.</returns>
    /// <exception cref="ArgumentException">A parameter is outside its range.</exception>
    public OperationBehaviour Fail(
        int statusCode,
        string code,
        string message = "An error programmed by the test.",
        int? times = null,
        double probability = 1,
        int seed = 1,
        Func<ReceivedRequest, bool>? when = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 599);
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentNullException.ThrowIfNull(message);
        ArgumentOutOfRangeException.ThrowIfLessThan(times ?? 1, 1, nameof(times));
        if (probability is not (> 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability is above 0 and at most 1.");
        lock (gate)
            errors.Add(new ProgrammedError(new AwsError(statusCode, code, message), times, probability, seed, when));
        return this;
    }

    /// <summary>Removes the latency and all errors.</summary>
    public void Clear()
    {
        lock (gate)
            errors.Clear();
        latency = null;
    }

    internal AwsError? NextError(ReceivedRequest request)
    {
        lock (gate)
        {
            foreach (var error in errors)
            {
                if (error.Hit(request) is { } hit)
                    return hit;
            }
        }
        return null;
    }
}
