using AwsBatch.Clients;
using AwsBatch.Deduplication;
using AwsBatch.Retries;

namespace AwsBatch.Execution;

/// <summary>Puts right what made an attempt fail, before the next one.</summary>
internal sealed class Remedies(ClientPools pools, BucketRouting routing, TimeProvider clock)
{
    /// <returns>Whether there is anything to hope for from it; if not, the item ends with what the service said.</returns>
    public async ValueTask<bool> ApplyAsync(Slot slot, OperationRequest request, Failure failure, CancellationToken cancellationToken)
    {
        if (failure.Correction is not (Correction.Credentials or Correction.Region))
            return true;

        var left = clock.GetElapsedTime(clock.GetTimestamp(), slot.ItemDeadline);
        if (left <= TimeSpan.Zero)
            return false;

        try
        {
            if (failure.Correction == Correction.Credentials)
                return await slot.Pool.Credentials.ReplaceAsync(slot.SignedAt).WaitAsync(left, clock, cancellationToken).ConfigureAwait(false);

            routing.Learn(slot.Lane, request, failure.Region!);
            var target = slot.Target with { Region = failure.Region };
            slot.Item.Pool = await pools.GetAsync(slot.Lane.Operation.Service, target, cancellationToken)
                .AsTask().WaitAsync(left, clock, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception)
        {
            // A source that fails or hangs is the failure of its items, not of the call.
            return false;
        }
    }
}
