using AwsBatch.Testing.Behaviour;
using AwsBatch.Testing.Behaviour.Faults;

namespace AwsBatch.Testing;

/// <summary>How the endpoint treats the calls of one operation, or of one service (<c>s3:*</c>). Thread-safe; may change while calls run.</summary>
public sealed class OperationBehaviour
{
    private readonly Lock gate = new();
    private readonly List<InjectedFault> faults = [];
    private readonly List<Action<ReceivedRequest>> observers = [];
    private volatile LatencyDistribution? latency;

    internal OperationBehaviour(string operation) => Operation = operation;

    /// <summary>The operation this is for, such as <c>s3:HeadObject</c> or <c>s3:*</c>.</summary>
    public string Operation { get; }

    /// <summary>
    /// How long every call is held before it is done and answered, faults included; null, the default, does it at once. An operation's own
    /// latency takes the place of its service's.
    /// </summary>
    public LatencyDistribution? Latency
    {
        get => latency;
        set => latency = value;
    }

    /// <summary>
    /// Lets a fault hit calls. A call is hit by one fault at most: the first that applies, in the order they were added, an operation's own before
    /// its service's; those that strike before the body is read come before all others.
    /// </summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="times">How many calls are hit, 1 or more; null for no end.</param>
    /// <param name="probability">The chance that a call is hit, above 0 and up to 1.</param>
    /// <param name="seed">Of the random sequence that <paramref name="probability"/> draws from.</param>
    /// <param name="when">
    /// Which calls may be hit; null for any. Called under a lock: keep it short. For a fault before the body is read the body is empty.
    /// </param>
    /// <returns>This behaviour, to add more.</returns>
    /// <exception cref="ArgumentException">A parameter is outside its range.</exception>
    public OperationBehaviour Inject(
        Fault fault, int? times = null, double probability = 1, int seed = 1, Func<ReceivedRequest, bool>? when = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(times ?? 1, 1, nameof(times));
        if (probability is not (> 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability is above 0 and at most 1.");
        lock (gate)
            faults.Add(new InjectedFault(fault, times, probability, seed, when));
        return this;
    }

    /// <summary>
    /// Answers calls with an error in the service's own format, and without doing what they ask. The first fault that applies is the answer:
    /// <c>Fail(500, …, times: 2).Fail(503, …, times: 1)</c> answers 500, 500, 503, then normally.
    /// </summary>
    /// <inheritdoc cref="Fault.Error" path="/param[@name!='headers']"/>
    /// <inheritdoc cref="Inject" path="/*[self::returns or self::exception or self::param[@name!='fault']]"/>
    public OperationBehaviour Fail(
        int statusCode,
        string code,
        string message = "An error programmed by the test.",
        int? times = null,
        double probability = 1,
        int seed = 1,
        Func<ReceivedRequest, bool>? when = null) =>
        Inject(Fault.Error(statusCode, code, message), times, probability, seed, when);

    /// <summary>
    /// Refuses calls that come faster than a token bucket refills; see <see cref="Fault.Throttle"/>. <see cref="OperationCount.Throttled"/> counts
    /// them.
    /// </summary>
    /// <inheritdoc cref="Fault.Throttle" path="/param[@name!='headers']"/>
    /// <inheritdoc cref="Inject" path="/*[self::returns or self::exception or self::param[@name!='fault']]"/>
    public OperationBehaviour Throttle(
        double perSecond,
        double burst,
        int? statusCode = null,
        string? code = null,
        int? times = null,
        double probability = 1,
        int seed = 1,
        Func<ReceivedRequest, bool>? when = null) =>
        Inject(Fault.Throttle(perSecond, burst, statusCode, code), times, probability, seed, when);

    /// <summary>
    /// Shows every call once, refused and faulty ones included, before it is held, done or answered: to record what a client sent. A call that a fault
    /// hit before its body was read is shown without body.
    /// </summary>
    /// <param name="observer">Called for one call at a time, under a lock: it may add to a plain list, and is to be short.</param>
    /// <returns>This behaviour, to add more.</returns>
    public OperationBehaviour Observe(Action<ReceivedRequest> observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        lock (gate)
            observers.Add(observer);
        return this;
    }

    /// <summary>Removes the latency and all faults; observers stay.</summary>
    public void Clear()
    {
        lock (gate)
            faults.Clear();
        latency = null;
    }

    internal Fault? NextFault(ReceivedRequest request, bool beforeBody, CallTokens tokens)
    {
        lock (gate)
        {
            foreach (var fault in faults)
            {
                if (fault.BeforeBody == beforeBody && fault.Hit(request, tokens) is { } hit)
                    return hit;
            }
        }
        return null;
    }

    internal void Show(ReceivedRequest request)
    {
        lock (gate)
        {
            foreach (var observer in observers)
                observer(request);
        }
    }
}
