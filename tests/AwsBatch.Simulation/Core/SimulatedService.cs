using Amazon.Runtime;
using AwsBatch.Tests.Support;

namespace AwsBatch.Simulation.Core;

/// <summary>The other side: answers attempts or not, as the seed has it, and counts them as a wire would.</summary>
internal sealed class SimulatedService(
    Random random,
    SimulatedTime time,
    FaultPlan faults,
    IReadOnlyDictionary<object, SimulatedPool> pools,
    SimulatedCredentials credentials,
    EventLog log)
{
    // Of several latencies some fall together.
    private static readonly TimeSpan Quantum = TimeSpan.FromMilliseconds(10);
    private readonly double meanQuanta = random.Next(1, 20);

    /// <summary>How many attempts may have left this side.</summary>
    public long Sent { get; private set; }

    /// <summary>How many attempts were begun.</summary>
    public long Begun { get; private set; }

    public Task<string> SendAsync(
        SimulatedCall call, string operation, IAmazonService client, FakeRequest request, CancellationToken cancellationToken)
    {
        call.Require(!cancellationToken.IsCancellationRequested, () => $"an attempt of request {request.Number} began after the end");
        Begun++;
        var pool = pools[client];
        var fate = faults.Draw(time.Now);
        if (fate == Fate.Answer && time.Now < faults.Until.Ticks && !pool.TryTake(operation, time.Now))
            fate = Fate.Throttle;
        if (fate == Fate.ExpiredCredentials && credentials.Refused++ > 0)
        {
            credentials.Refused--;
            fate = Fate.Answer;
        }

        log.Add($"call {call.Number} sends {request.Number} to {pool.Target.Region}:{operation}: {fate}");
        if (fate == Fate.Rejection)
            throw FaultAnswers.Of(fate, time.GetUtcNow());

        call.Begin(pool, request);
        call.ReachMoment();
        var hasBody = call.Plan.Consumes && fate is Fate.Answer or Fate.Truncation;
        object? outcome = fate == Fate.Answer || hasBody ? AnswerTo(request) : fate == Fate.Silence ? null : FaultAnswers.Of(fate, time.GetUtcNow());
        return Wait.Begin(time, random, fate == Fate.Silence ? null : Latency(), outcome, HeadersEnded, cancellationToken);

        void HeadersEnded(bool wasCancelled)
        {
            if (fate == Fate.ExpiredCredentials)
                credentials.Refused--;
            if (wasCancelled || fate != Fate.ResetBeforeSend)
                Count(call, request);
            log.Add($"call {call.Number} has {(wasCancelled ? "no answer, cancelled," : fate.ToString())} for {request.Number}");
            if (wasCancelled || !hasBody)
                call.End(pool, request);
            else
                call.Bodies[request] = (pool, fate);
        }
    }

    /// <summary>Reads the body of an answer.</summary>
    public async ValueTask<string> ReadAsync(SimulatedCall call, FakeRequest request, string answer, CancellationToken cancellationToken)
    {
        call.ReachMoment();
        call.Require(call.Bodies.Remove(request, out var body), () => $"request {request.Number} reads a body that was not sent");
        return await Wait.Begin(
            time,
            random,
            Latency(),
            body.Fate == Fate.Truncation ? FaultAnswers.Of(body.Fate, time.GetUtcNow()) : answer,
            _ => call.End(body.Pool, request),
            cancellationToken).ConfigureAwait(false);
    }

    public static string AnswerTo(FakeRequest request) => $"answer {request.Number}";

    private void Count(SimulatedCall call, FakeRequest request)
    {
        Sent++;
        call.Count(request);
    }

    // Sometimes at once, sometimes far from the mean.
    private TimeSpan Latency() => random.Next(10) switch
    {
        0 => TimeSpan.Zero,
        1 => 20 * meanQuanta * random.NextDouble() * Quantum,
        _ => Math.Round(-Math.Log(1 - random.NextDouble()) * meanQuanta) * Quantum,
    };
}
