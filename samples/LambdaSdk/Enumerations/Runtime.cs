using Amazon.Runtime;

namespace Amazon.Lambda;

/// <summary>Language runtime of a function.</summary>
public class Runtime : ConstantClass
{
    /// <summary>.NET 10.</summary>
    public static readonly Runtime Dotnet10 = new("dotnet10");

    /// <summary>.NET 6.</summary>
    public static readonly Runtime Dotnet6 = new("dotnet6");

    /// <summary>.NET 8.</summary>
    public static readonly Runtime Dotnet8 = new("dotnet8");

    /// <summary>.NET Core 3.1.</summary>
    public static readonly Runtime Dotnetcore31 = new("dotnetcore3.1");

    /// <summary>Java 11.</summary>
    public static readonly Runtime Java11 = new("java11");

    /// <summary>Java 17.</summary>
    public static readonly Runtime Java17 = new("java17");

    /// <summary>Java 21.</summary>
    public static readonly Runtime Java21 = new("java21");

    /// <summary>Node.js 18.</summary>
    public static readonly Runtime Nodejs18X = new("nodejs18.x");

    /// <summary>Node.js 20.</summary>
    public static readonly Runtime Nodejs20X = new("nodejs20.x");

    /// <summary>Node.js 22.</summary>
    public static readonly Runtime Nodejs22X = new("nodejs22.x");

    /// <summary>Custom, on Amazon Linux 1.</summary>
    public static readonly Runtime Provided = new("provided");

    /// <summary>Custom, on Amazon Linux 2.</summary>
    public static readonly Runtime ProvidedAl2 = new("provided.al2");

    /// <summary>Custom, on Amazon Linux 2023.</summary>
    public static readonly Runtime ProvidedAl2023 = new("provided.al2023");

    /// <summary>Python 3.10.</summary>
    public static readonly Runtime Python310 = new("python3.10");

    /// <summary>Python 3.11.</summary>
    public static readonly Runtime Python311 = new("python3.11");

    /// <summary>Python 3.12.</summary>
    public static readonly Runtime Python312 = new("python3.12");

    /// <summary>Python 3.13.</summary>
    public static readonly Runtime Python313 = new("python3.13");

    /// <summary>Ruby 3.3.</summary>
    public static readonly Runtime Ruby33 = new("ruby3.3");

    /// <summary>Ruby 3.4.</summary>
    public static readonly Runtime Ruby34 = new("ruby3.4");

    /// <summary>Wraps any value, also one this version does not know.</summary>
    public Runtime(string value) : base(value) { }

    /// <summary>The constant of that value, or a new one.</summary>
    public static Runtime FindValue(string value) => FindValue<Runtime>(value);

    /// <summary>The constant of that value, or a new one.</summary>
    public static implicit operator Runtime(string value) => FindValue(value);
}
