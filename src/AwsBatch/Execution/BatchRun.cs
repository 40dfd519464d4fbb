namespace AwsBatch.Execution;

/// <summary>
/// Runs a batch: as many workers as may be in flight, each taking the next request until none is left. A request costs
/// no task of its own, and the cap holds at every instant because there is nobody else to send.
/// </summary>
internal sealed class BatchRun(Run run, BatchWork work, FairSchedule schedule)
{
    /// <exception cref="BatchFailedException">The call is fail-fast and a request failed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled before every request had its item.</exception>
    public async Task<BatchSummary> ExecuteAsync(CancellationToken cancellationToken)
    {
        var workers = new Task[Math.Min(run.Settings.Concurrency, work.Items.Length)];
        for (var i = 0; i < workers.Length; i++)
        {
            var slot = run.OpenSlot();
            workers[i] = Task.Run(() => WorkAsync(slot), CancellationToken.None);
        }

        await Task.WhenAll(workers).ConfigureAwait(false);

        if (run.Failure is { } failure)
            throw new BatchFailedException(failure, [.. work.Items.OfType<BatchItem>()]);
        if (work.Items.Contains(null))
            cancellationToken.ThrowIfCancellationRequested();
        return run.Summarize();
    }

    private async Task WorkAsync(Slot slot)
    {
        while (!run.IsStopping && schedule.TryTake(out var group, out var position))
        {
            slot.Pool = group.Pool;
            var item = await work.AttemptAsync(slot, position).ConfigureAwait(false);
            schedule.Return(group);
            if (run.Record(slot, item))
                work.Items[position] = item;
        }
    }
}
