using AwsBatch.Clients;

namespace AwsBatch.Execution;

/// <summary>A batch of several operations, in as many pools as they have targets and services.</summary>
internal sealed class MixedBatch(Run run, BatchRequest[] requests, ClientPool[] pools) : BatchWork(run, new BatchItem[requests.Length])
{
    public override Lane[] CreateLanes(Dispatcher dispatcher)
    {
        var groups = new Dictionary<ClientPool, PoolGroup>();
        var positions = new Dictionary<(ClientPool, string), List<int>>();
        for (var position = 0; position < requests.Length; position++)
        {
            var key = (pools[position], requests[position].Operation);
            if (!positions.TryGetValue(key, out var list))
                positions.Add(key, list = []);
            list.Add(position);
        }

        return [.. positions.Select(lane => Run.CreateLane(
            GroupOf(lane.Key.Item1),
            requests[lane.Value[0]].Descriptor,
            new BatchSupply(this, [.. lane.Value], lane.Value.Count)))];

        PoolGroup GroupOf(ClientPool pool)
        {
            if (!groups.TryGetValue(pool, out var group))
                groups.Add(pool, group = new PoolGroup(pool, dispatcher));
            return group;
        }
    }

    public override void Load(int position, ref ItemState item) =>
        item = new ItemState { Request = requests[position], Index = position };

    public override ValueTask<BatchItem> AttemptAsync(Slot slot) =>
        ((BatchRequest)slot.Item.Request).AttemptAsync(slot, slot.Item.Index);
}
