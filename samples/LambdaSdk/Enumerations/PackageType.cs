using Amazon.Runtime;

namespace Amazon.Lambda;

/// <summary>How the code of a function is packaged.</summary>
public class PackageType : ConstantClass
{
    /// <summary>A container image.</summary>
    public static readonly PackageType Image = new("Image");

    /// <summary>A .zip archive.</summary>
    public static readonly PackageType Zip = new("Zip");

    /// <summary>Wraps any value, also one this version does not know.</summary>
    public PackageType(string value) : base(value) { }

    /// <summary>The constant of that value, or a new one.</summary>
    public static PackageType FindValue(string value) => FindValue<PackageType>(value);

    /// <summary>The constant of that value, or a new one.</summary>
    public static implicit operator PackageType(string value) => FindValue(value);
}
