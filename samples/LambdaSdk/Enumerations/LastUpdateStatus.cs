using Amazon.Runtime;

namespace Amazon.Lambda;

/// <summary>Outcome of a function's last update.</summary>
public class LastUpdateStatus : ConstantClass
{
    /// <summary>Failed.</summary>
    public static readonly LastUpdateStatus Failed = new("Failed");

    /// <summary>Still running.</summary>
    public static readonly LastUpdateStatus InProgress = new("InProgress");

    /// <summary>Succeeded.</summary>
    public static readonly LastUpdateStatus Successful = new("Successful");

    /// <summary>Wraps any value, also one this version does not know.</summary>
    public LastUpdateStatus(string value) : base(value) { }

    /// <summary>The constant of that value, or a new one.</summary>
    public static LastUpdateStatus FindValue(string value) => FindValue<LastUpdateStatus>(value);

    /// <summary>The constant of that value, or a new one.</summary>
    public static implicit operator LastUpdateStatus(string value) => FindValue(value);
}
