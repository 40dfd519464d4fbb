using Amazon.Runtime;

namespace Amazon.Lambda;

/// <summary>Which versions a listing holds.</summary>
public class FunctionVersion : ConstantClass
{
    /// <summary>Every published version and the unpublished one.</summary>
    public static readonly FunctionVersion ALL = new("ALL");

    /// <summary>Wraps any value, also one this version does not know.</summary>
    public FunctionVersion(string value) : base(value) { }

    /// <summary>The constant of that value, or a new one.</summary>
    public static FunctionVersion FindValue(string value) => FindValue<FunctionVersion>(value);

    /// <summary>The constant of that value, or a new one.</summary>
    public static implicit operator FunctionVersion(string value) => FindValue(value);
}
