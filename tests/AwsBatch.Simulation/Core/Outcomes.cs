using AwsBatch.Tests.Support;

namespace AwsBatch.Simulation.Core;

/// <summary>What a caller may expect of what it gets.</summary>
internal static class Outcomes
{
    public static void Check(SimulatedCall call, CallOutcome? outcome, Exception? thrown)
    {
        call.Require(call.InFlight == 0, () => $"it ended with {call.InFlight} of its attempts in flight");
        switch (thrown)
        {
            case null:
                CheckReturned(call, outcome!);
                break;
            case BatchFailedException failed:
                call.Require(call.Plan.Options.FailFast == true, () => "it failed though it is resilient");
                call.Require(!failed.Item.IsSuccess && failed.Completed.Contains(failed.Item), () => "it failed without its failed item");
                call.Require(failed.Completed.Select(static item => item.Index).Distinct().Count() == failed.Completed.Count, () => "an item came twice");
                foreach (var item in failed.Completed)
                    CheckItem(call, item, item.Index);
                CheckAttempts(call, failed.Completed, areAll: false);
                break;
            case OperationCanceledException when call.Cancellation.IsCancellationRequested:
                break;
            default:
                call.Require(call.Plan.Shape == CallShape.Single && thrown is not OperationCanceledException, () => $"it threw {thrown}");
                break;
        }
    }

    private static void CheckReturned(SimulatedCall call, CallOutcome outcome)
    {
        if (outcome.Items is not { } items)
        {
            call.Require(outcome.Answer == SimulatedService.AnswerTo(call.Requests[0]), () => $"its answer was {outcome.Answer}");
            return;
        }

        call.Require(items.Count == call.Requests.Length, () => $"it has {items.Count} items for {call.Requests.Length} requests");
        for (var index = 0; index < items.Count; index++)
            CheckItem(call, items[index], index);

        CheckAttempts(call, items, areAll: true);
        var summary = outcome.Summary!;
        call.Require(summary.Attempts == call.Sent, () => $"it reports {summary.Attempts} attempts, the wire saw {call.Sent}");
        call.Require(summary.Succeeded + summary.Failed == items.Count, () => $"its summary counts {summary.Succeeded} + {summary.Failed} of {items.Count}");
        call.Require(summary.Succeeded == items.Count(static item => item.IsSuccess), () => $"its summary counts {summary.Succeeded} successes");
    }

    private static void CheckItem(SimulatedCall call, BatchItem item, int index)
    {
        var request = call.Requests[index];
        call.Require(item.Index == index && ReferenceEquals(item.Request, request), () => $"item {index} is that of request {item.Index}");
        call.Require(
            !item.IsSuccess || (string)item.Response == SimulatedService.AnswerTo(request),
            () => $"item {index} has the answer {item.Response}");
        call.Require(!item.Deduplicated || item.Attempts == 0, () => $"item {index} was sent though another's answer is its own");
        call.Require(
            item is not { Deduplicated: false, Error.Kind: BatchErrorKind.Throttled } || call.Plan.MayEndEarly || call.IsTimeOver(request),
            () => $"item {index} failed as throttled before its time was over");
        call.Require(item.Error is not { Kind: BatchErrorKind.Canceled } || call.Plan.MayEndEarly, () => $"item {index} was cancelled by nobody");
    }

    // Of one object, sent for each of its items, the wire tells no more than the sum.
    private static void CheckAttempts(SimulatedCall call, IReadOnlyList<BatchItem> items, bool areAll)
    {
        foreach (var group in items.GroupBy(static item => item.Request))
        {
            long reported = group.Sum(static item => item.Attempts), sent = call.SentFor((FakeRequest)group.Key);
            call.Require(
                reported == sent || (!areAll && call.Plan.RepeatsObjects && reported < sent),
                () => $"item {group.First().Index} reports {reported} attempts, the wire saw {sent}");
        }
    }
}
