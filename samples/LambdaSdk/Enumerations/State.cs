using Amazon.Runtime;

namespace Amazon.Lambda;

/// <summary>State of a function.</summary>
public class State : ConstantClass
{
    /// <summary>Can be invoked.</summary>
    public static readonly State Active = new("Active");

    /// <summary>Active, but cannot be invoked.</summary>
    public static readonly State ActiveNonInvocable = new("ActiveNonInvocable");

    /// <summary>Deactivated.</summary>
    public static readonly State Deactivated = new("Deactivated");

    /// <summary>Being deactivated.</summary>
    public static readonly State Deactivating = new("Deactivating");

    /// <summary>Being deleted.</summary>
    public static readonly State Deleting = new("Deleting");

    /// <summary>Creation or restoration failed.</summary>
    public static readonly State Failed = new("Failed");

    /// <summary>Idle and reclaimed; the next invocation restores it.</summary>
    public static readonly State Inactive = new("Inactive");

    /// <summary>Being created or restored.</summary>
    public static readonly State Pending = new("Pending");

    /// <summary>Wraps any value, also one this version does not know.</summary>
    public State(string value) : base(value) { }

    /// <summary>The constant of that value, or a new one.</summary>
    public static State FindValue(string value) => FindValue<State>(value);

    /// <summary>The constant of that value, or a new one.</summary>
    public static implicit operator State(string value) => FindValue(value);
}
