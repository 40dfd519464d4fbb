using System.Reflection;

namespace AwsBatch.Dynamic.Shapes.Members;

/// <summary>Reads and writes one public property of an SDK type, at a delegate's cost.</summary>
internal abstract class PropertyAccess(PropertyInfo property)
{
    public string Name => property.Name;

    public Type Type => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    public abstract bool CanWrite { get; }

    public static PropertyAccess Of(PropertyInfo property)
    {
        var access = (PropertyAccess)Activator.CreateInstance(
            typeof(PropertyAccess<,>).MakeGenericType(property.DeclaringType!, property.PropertyType), property)!;
        return ObjectKeyAccess.Suits(property) ? new ObjectKeyAccess(property, access) : access;
    }

    public abstract object? Get(object owner);

    public abstract void Set(object owner, object? value);
}

internal sealed class PropertyAccess<TOwner, TValue>(PropertyInfo property) : PropertyAccess(property)
    where TOwner : class
{
    private readonly Func<TOwner, TValue> get = property.GetMethod!.CreateDelegate<Func<TOwner, TValue>>();
    private readonly Action<TOwner, TValue>? set = property.SetMethod is { IsPublic: true } setter
        ? setter.CreateDelegate<Action<TOwner, TValue>>()
        : null;

    public override bool CanWrite => set is not null;

    public override object? Get(object owner) => get((TOwner)owner);

    public override void Set(object owner, object? value) => set!((TOwner)owner, (TValue)value!);
}
