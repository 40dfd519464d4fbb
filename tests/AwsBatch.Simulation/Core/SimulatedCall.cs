using AwsBatch.Tests.Support;

namespace AwsBatch.Simulation.Core;

/// <summary>One call: what it has on the wire, and what its caller gets.</summary>
internal sealed class SimulatedCall : IDisposable
{
    private static readonly TimeSpan DefaultTotalTimeout = TimeSpan.FromMinutes(5);

    private readonly Dictionary<FakeRequest, int> underWay = [];
    private readonly Dictionary<FakeRequest, int> sent = [];
    private readonly Dictionary<FakeRequest, long> firstSent = [];
    private readonly SimulatedTime time;
    private readonly CancellationTokenSource cancellation = new();
    private int moments;

    public SimulatedCall(int number, CallPlan plan, SimulatedTime time, Promises promises)
    {
        this.time = time;
        Promises = promises;
        Number = number;
        Plan = plan;
        FakeRequest[] different = [.. Enumerable.Range(0, plan.DifferentRequests).Select(static number => new FakeRequest(number))];
        Requests =
        [
            .. Enumerable.Range(0, plan.Requests).Select(position =>
                plan.RepeatsObjects ? different[position % different.Length] : new FakeRequest(position % plan.DifferentRequests)),
        ];
    }

    public int Number { get; }

    public CallPlan Plan { get; }

    public Promises Promises { get; }

    public FakeRequest[] Requests { get; }

    public CancellationToken Cancellation => cancellation.Token;

    public bool IsOver { get; private set; }

    /// <summary>How many of its attempts are under way.</summary>
    public int InFlight { get; private set; }

    /// <summary>Answers whose body was not read yet.</summary>
    public Dictionary<FakeRequest, (SimulatedPool Pool, Fate Fate)> Bodies { get; } = [];

    /// <summary>How many of its attempts may have left this side.</summary>
    public long Sent { get; private set; }

    /// <summary>A moment at which the caller may cancel, as decided beforehand.</summary>
    public void ReachMoment()
    {
        if (moments++ == Plan.CancelledAt)
            cancellation.Cancel();
    }

    public void Begin(SimulatedPool pool, FakeRequest request)
    {
        firstSent.TryAdd(request, time.Now);
        InFlight++;
        pool.InFlight++;
        underWay[request] = underWay.GetValueOrDefault(request) + 1;
        Require(underWay[request] == 1, () => $"request {request.Number} is sent twice at the same time");
        Require(InFlight <= (Plan.Options.Concurrency ?? int.MaxValue), () => $"{InFlight} in flight are over its cap");
        Require(InFlight <= (Plan.Options.Adaptive?.MaxConcurrency ?? int.MaxValue), () => $"{InFlight} in flight are over its limiter's most");
    }

    public void End(SimulatedPool pool, FakeRequest request)
    {
        InFlight--;
        pool.InFlight--;
        underWay[request]--;
    }

    public void Count(FakeRequest request)
    {
        Sent++;
        sent[request] = sent.GetValueOrDefault(request) + 1;
    }

    /// <summary>How often a request may have left this side.</summary>
    public int SentFor(FakeRequest request) => sent.GetValueOrDefault(request);

    /// <summary>Whether a request's total time is over.</summary>
    public bool IsTimeOver(FakeRequest request) =>
        firstSent.TryGetValue(request, out var since) && time.Now - since >= (Plan.Options.TotalTimeout ?? DefaultTotalTimeout).Ticks;

    /// <summary>Runs it, and checks what its caller gets at the moment of getting it.</summary>
    public async Task RunAsync(Func<SimulatedCall, Task<CallOutcome>> run)
    {
        CallOutcome? outcome = null;
        Exception? thrown = null;
        try
        {
            outcome = await run(this).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            thrown = exception;
        }

        IsOver = true;
        Outcomes.Check(this, outcome, thrown);
    }

    public void Require(bool holds, Func<string> otherwise) => Promises.Require(holds, () => $"call {Number}: {otherwise()}");

    public void Dispose() => cancellation.Dispose();
}
