using Amazon.Runtime;

namespace Amazon.Lambda;

/// <summary>How a function is invoked.</summary>
public class InvocationType : ConstantClass
{
    /// <summary>Only checks parameters and permission.</summary>
    public static readonly InvocationType DryRun = new("DryRun");

    /// <summary>Queues the event and returns at once.</summary>
    public static readonly InvocationType Event = new("Event");

    /// <summary>Waits for the function's answer.</summary>
    public static readonly InvocationType RequestResponse = new("RequestResponse");

    /// <summary>Wraps any value, also one this version does not know.</summary>
    public InvocationType(string value) : base(value) { }

    /// <summary>The constant of that value, or a new one.</summary>
    public static InvocationType FindValue(string value) => FindValue<InvocationType>(value);

    /// <summary>The constant of that value, or a new one.</summary>
    public static implicit operator InvocationType(string value) => FindValue(value);
}
