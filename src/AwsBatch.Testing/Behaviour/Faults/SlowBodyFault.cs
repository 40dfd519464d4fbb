using AwsBatch.Testing.Wire;

namespace AwsBatch.Testing.Behaviour.Faults;

internal sealed class SlowBodyFault(LatencyDistribution pause) : Fault
{
    internal override async ValueTask SendAsync(ResponseSender sender, TimeProvider time)
    {
        if (sender.HasBody)
        {
            await sender.SendHeadersAsync().ConfigureAwait(false);
            await Pause.ForAsync(pause.Next(time), time, sender.Aborted).ConfigureAwait(false);
        }
        await sender.SendAsync().ConfigureAwait(false);
    }
}
