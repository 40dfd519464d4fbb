using AwsBatch.Clients;
using AwsBatch.Deduplication;
using AwsBatch.Retries;

namespace AwsBatch.Execution;

/// <summary>Sends S3's requests to the region of their bucket once that is known, so that only the first goes astray.</summary>
internal sealed class BucketRouting(ClientPools pools, BucketRegions regions)
{
    /// <summary>Whether a fresh item may belong elsewhere than its lane says.</summary>
    public bool MayApply(in ItemState item, Lane lane) =>
        !regions.IsEmpty && item is { Pool: null, AdmittedAt: 0 } && lane.Operation.Service.Name == "s3";

    /// <summary>The pool that a request belongs to; null if that is its lane's, as far as known.</summary>
    public async ValueTask<ClientPool?> FindAsync(Lane lane, OperationRequest request, CancellationToken cancellationToken)
    {
        var target = lane.Group.Pool.Target;
        var corrected = regions.Correct(target, BucketOf(request));
        if (corrected == target)
            return null;

        try
        {
            return await pools.GetAsync(lane.Operation.Service, corrected, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // It goes where it would have gone, and the answer says what is wrong.
            return null;
        }
    }

    /// <summary>Notes where a request's bucket turned out to lie.</summary>
    public void Learn(Lane lane, OperationRequest request, string region)
    {
        if (BucketOf(request) is { } bucket)
            regions.Learn(lane.Group.Pool.Target, bucket, region);
    }

    private static string? BucketOf(OperationRequest request) => request.Operation.KeyOf(request.Request, "Bucket");
}
