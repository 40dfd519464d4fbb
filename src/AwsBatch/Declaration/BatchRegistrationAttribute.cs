using System.ComponentModel;

namespace AwsBatch.CompilerServices;

/// <summary>
/// Names the class that registers an assembly's batch interfaces, so that a referencing app's <c>AddAwsBatch</c> finds
/// them without walking types. Written by the generator.
/// </summary>
/// <param name="registrar">A public static class with a method <c>Register(IServiceCollection)</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class BatchRegistrationAttribute(Type registrar) : Attribute
{
    /// <summary>A public static class with a method <c>Register(IServiceCollection)</c>.</summary>
    public Type Registrar { get; } = registrar;
}
