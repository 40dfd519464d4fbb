namespace AwsBatch.Clients;

/// <summary>
/// The id under which services log the attempts of one item (<c>amz-sdk-invocation-id</c>). To the SDK each attempt is a
/// call of its own, and it takes no id of ours: a slot shows it here to the handler that sends.
/// </summary>
internal sealed class Invocation
{
    // A key, not a value: what it holds belongs to the flow that asks.
    private static readonly AsyncLocal<Invocation?> Ambient = new();

    /// <summary>That of the flow that asks; null outside of slots.</summary>
    public static Invocation? Current => Ambient.Value;

    /// <summary>The SDK's id of the item's first attempt; null until that is sent.</summary>
    public string? Id { get; set; }

    /// <summary>The caller's context, in which this is the current one. Made once per slot: to set it per attempt would allocate.</summary>
    /// <param name="caller">Null if its flow was suppressed.</param>
    public ExecutionContext Extend(ExecutionContext? caller)
    {
        ExecutionContext? extended = null;
        ExecutionContext.Run(caller ?? ExecutionContext.Capture()!, Capture, this);
        return extended!;

        void Capture(object? invocation)
        {
            Ambient.Value = (Invocation)invocation!;
            extended = ExecutionContext.Capture();
        }
    }
}
