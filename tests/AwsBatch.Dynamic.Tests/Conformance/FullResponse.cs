using System.Collections;
using Amazon.Runtime;
using AwsBatch.Dynamic.Shapes;

namespace AwsBatch.Dynamic.Tests.Conformance;

/// <summary>Makes SDK responses with a value in every property.</summary>
internal static class FullResponse
{
    /// <summary>The key of every map's one entry.</summary>
    public const string Key = "key";

    public static object Of(Type type) => Make(type, [])!;

    private static object? Make(Type type, IReadOnlyList<Type> around)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return "text";
        if (type == typeof(DateTime))
            return DateTime.UnixEpoch;
        if (type == typeof(MemoryStream))
            return new MemoryStream([1]);
        if (type == typeof(bool))
            return true;
        if (type.IsPrimitive)
            return Convert.ChangeType(1, type, System.Globalization.CultureInfo.InvariantCulture);
        if (type.IsSubclassOf(typeof(ConstantClass)))
            return Activator.CreateInstance(type, "constant");
        if (type.IsGenericType)
            return MakeCollection(type, around);
        return type.IsAbstract || around.Contains(type) || type.GetConstructor(Type.EmptyTypes) is null ? null : MakeStructure(type, [.. around, type]);
    }

    private static object MakeCollection(Type type, IReadOnlyList<Type> around)
    {
        var collection = Activator.CreateInstance(type)!;
        if (Make(type.GenericTypeArguments[^1], around) is not { } item)
            return collection;
        if (collection is IDictionary map)
            map.Add(Key, item);
        else
            ((IList)collection).Add(item);
        return collection;
    }

    private static object MakeStructure(Type type, IReadOnlyList<Type> around)
    {
        var structure = Activator.CreateInstance(type)!;
        Fill(structure, around);
        return structure;
    }

    private static void Fill(object structure, IReadOnlyList<Type> around)
    {
        foreach (var property in SdkType.Properties(structure.GetType()))
        {
            if (property.SetMethod is not { IsPublic: true })
            {
                if (SdkType.IsModel(property.PropertyType) && property.GetValue(structure) is { } made)
                    Fill(made, around);
            }
            else if (Make(property.PropertyType, around) is { } value)
            {
                property.SetValue(structure, value);
            }
        }
    }
}
