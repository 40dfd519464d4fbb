using Amazon.Runtime;

namespace Amazon.Lambda;

/// <summary>Whether an invocation answers with the tail of its log.</summary>
public class LogType : ConstantClass
{
    /// <summary>No log.</summary>
    public static readonly LogType None = new("None");

    /// <summary>The last 4 KB of the log, in base64.</summary>
    public static readonly LogType Tail = new("Tail");

    /// <summary>Wraps any value, also one this version does not know.</summary>
    public LogType(string value) : base(value) { }

    /// <summary>The constant of that value, or a new one.</summary>
    public static LogType FindValue(string value) => FindValue<LogType>(value);

    /// <summary>The constant of that value, or a new one.</summary>
    public static implicit operator LogType(string value) => FindValue(value);
}
