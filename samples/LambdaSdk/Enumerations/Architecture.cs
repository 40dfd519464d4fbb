using Amazon.Runtime;

namespace Amazon.Lambda;

/// <summary>Instruction set of a function.</summary>
public class Architecture : ConstantClass
{
    /// <summary>64-bit ARM.</summary>
    public static readonly Architecture Arm64 = new("arm64");

    /// <summary>64-bit x86.</summary>
    public static readonly Architecture X86_64 = new("x86_64");

    /// <summary>Wraps any value, also one this version does not know.</summary>
    public Architecture(string value) : base(value) { }

    /// <summary>The constant of that value, or a new one.</summary>
    public static Architecture FindValue(string value) => FindValue<Architecture>(value);

    /// <summary>The constant of that value, or a new one.</summary>
    public static implicit operator Architecture(string value) => FindValue(value);
}
