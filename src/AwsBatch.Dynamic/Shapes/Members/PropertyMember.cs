using System.Collections;
using System.Reflection;
using System.Text.Json;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes.Members;

/// <summary>A member the SDK keeps in a property.</summary>
/// <param name="name">The API's name.</param>
/// <param name="path">Where the SDK keeps it.</param>
/// <param name="shape">How its value looks.</param>
/// <param name="isRequired">Whether a request must have it.</param>
/// <param name="appends">Whether it shares its list with other members.</param>
internal sealed class PropertyMember(string name, PropertyPath path, Shape shape, bool isRequired, bool appends = false) : Member(name)
{
    public bool IsList => path.Type.IsGenericType && path.Type.GetGenericTypeDefinition() == typeof(List<>);

    public override bool IsRequired => isRequired;

    public override IReadOnlyCollection<string> Properties => [path.Text];

    public override string Expected => shape.Expected;

    /// <summary>The member that a property is on its own; null if JSON has no business with it.</summary>
    /// <param name="name">The API's name.</param>
    /// <param name="type">The type that has the property.</param>
    /// <param name="property">The property.</param>
    /// <param name="shapes">The shapes of the type's package.</param>
    /// <param name="appends">Whether it shares its list with other members.</param>
    public static PropertyMember? Find(string name, Type type, PropertyInfo property, PackageShapes shapes, bool appends)
    {
        if (shapes.Find(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is not { } shape)
            return null;
        var path = PropertyPath.Find(type, property.Name)!;
        return path.CanWrite || shape is IFilledShape ? new PropertyMember(name, path, shape, SdkType.IsRequired(property), appends) : null;
    }

    public override void Read(JsonElement json, object owner, ReadContext context)
    {
        if (shape is IFilledShape filled && !path.CanWrite && path.Get(owner) is { } made)
        {
            filled.Fill(made, json, context);
            return;
        }

        var value = shape.Read(json, context);
        if (shape.IsNothing(value))
            return;
        if (appends && path.Get(owner) is IList list)
            Append((IList)value, list);
        else
            Set(owner, value, context);
    }

    public override bool Has(object owner) => !path.IsInList && path.Get(owner) is { } value && shape.Shows(value);

    public override void Write(Utf8JsonWriter writer, object owner)
    {
        writer.WritePropertyName(Name);
        shape.Write(writer, path.Get(owner)!);
    }

    // Some setters check: S3's PartNumber is 1 or more.
    private void Set(object owner, object value, ReadContext context)
    {
        try
        {
            path.Set(owner, value, context);
        }
        catch (ArgumentException exception)
        {
            throw context.Invalid($"is not what the SDK takes: {exception.Message.TrimEnd('.')}");
        }
    }

    private static void Append(IList items, IList list)
    {
        foreach (var item in items)
            list.Add(item);
    }
}
