using System.Reflection;

namespace AwsBatch.Dynamic.Shapes.Members;

/// <summary>Makes instances of SDK types.</summary>
internal static class Instances
{
    private static readonly MethodInfo Make = typeof(Instances).GetMethod(nameof(New), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>What makes an instance of a type with a public constructor without parameters.</summary>
    public static Func<object> Of(Type type) => Make.MakeGenericMethod(type).CreateDelegate<Func<object>>();

    private static T New<T>()
        where T : new() => new();
}
