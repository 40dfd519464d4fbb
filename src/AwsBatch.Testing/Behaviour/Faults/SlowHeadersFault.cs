using AwsBatch.Testing.Wire;

namespace AwsBatch.Testing.Behaviour.Faults;

internal sealed class SlowHeadersFault(LatencyDistribution pause) : Fault
{
    internal override async ValueTask SendAsync(ResponseSender sender, TimeProvider time)
    {
        await Pause.ForAsync(pause.Next(time), time, sender.Aborted).ConfigureAwait(false);
        await sender.SendAsync().ConfigureAwait(false);
    }
}
