using AwsBatch.Pipeline;

namespace AwsBatch.Clients;

/// <summary>
/// What a slot shows of its attempt to the handlers that send. To the SDK each attempt is a call of its own, and it takes
/// nothing of ours.
/// </summary>
internal sealed class Invocation
{
    // A key, not a value: what it holds belongs to the flow that asks.
    private static readonly AsyncLocal<Invocation?> Ambient = new();

    /// <summary>That of the flow that asks; null outside of slots.</summary>
    public static Invocation? Current => Ambient.Value;

    /// <summary>
    /// The id under which services log the attempts of the item (<c>amz-sdk-invocation-id</c>); null until the first is sent.
    /// </summary>
    public string? Id { get; set; }

    /// <summary>The time that the attempt was signed with, as it was sent; null if that is in none of its headers.</summary>
    public string? SigningDate { get; set; }

    /// <summary>What of the request its endpoint depends on, such as its bucket; null if nothing.</summary>
    public string? EndpointParameter { get; set; }

    /// <summary>Which way the request takes, once that is known.</summary>
    public Route? Route { get; set; }

    /// <summary>Under what the way of a request is known.</summary>
    public RouteKey RouteKeyOf(object request) => new(request.GetType(), EndpointParameter);

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
