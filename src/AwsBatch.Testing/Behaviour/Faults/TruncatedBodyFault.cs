using AwsBatch.Testing.Wire;

namespace AwsBatch.Testing.Behaviour.Faults;

internal sealed class TruncatedBodyFault : Fault
{
    internal override ValueTask SendAsync(ResponseSender sender, TimeProvider time) => sender.SendTruncatedAsync();
}
