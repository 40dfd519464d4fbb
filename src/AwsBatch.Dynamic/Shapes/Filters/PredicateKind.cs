using System.Text.Json;
using AwsBatch.Dynamic.Parameters;
using AwsBatch.Dynamic.Shapes.Members;

namespace AwsBatch.Dynamic.Shapes.Filters;

/// <summary>One condition of a filter: a class with one property, which its constructor may take.</summary>
internal sealed class PredicateKind
{
    private readonly Type type;
    private readonly PropertyAccess value;
    private readonly Shape shape;

    private PredicateKind(Type type, PropertyAccess value, Shape shape)
    {
        this.type = type;
        this.value = value;
        this.shape = shape;
    }

    /// <summary>What the API calls it.</summary>
    public string Name => value.Name;

    /// <summary>What the API calls several: only tags come so, beside others.</summary>
    public string PluralName => value.Name + "s";

    public static PredicateKind? Find(Type type, PackageShapes shapes) =>
        SdkType.Properties(type) is [var property]
        && shapes.Find(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is { } shape
            ? new PredicateKind(type, PropertyAccess.Of(property), shape)
            : null;

    public bool IsKindOf(object predicate) => type.IsInstanceOfType(predicate);

    public object Make(JsonElement json, ReadContext context)
    {
        var content = shape.Read(json, context);
        if (type.GetConstructor(Type.EmptyTypes) is null)
            return Activator.CreateInstance(type, content)!;
        var predicate = Activator.CreateInstance(type)!;
        value.Set(predicate, content);
        return predicate;
    }

    public List<object> MakeAll(JsonElement json, ReadContext context)
    {
        if (json.ValueKind != JsonValueKind.Array)
            throw context.Wrong($"a list, each of it {shape.Expected}", json);
        var predicates = new List<object>();
        foreach (var item in json.EnumerateArray())
        {
            context.Enter(predicates.Count);
            predicates.Add(Make(item, context));
            context.Leave();
        }

        return predicates;
    }

    public void Write(Utf8JsonWriter writer, object predicate)
    {
        writer.WritePropertyName(Name);
        shape.Write(writer, value.Get(predicate)!);
    }

    /// <summary>Writes those of several predicates that are of this kind; structures as a list.</summary>
    public void WriteAll(Utf8JsonWriter writer, IReadOnlyList<object> predicates)
    {
        var own = predicates.Where(IsKindOf).ToList();
        if (own.Count == 0)
            return;
        if (shape is not StructureShape)
        {
            Write(writer, own[0]);
            return;
        }

        writer.WriteStartArray(PluralName);
        foreach (var predicate in own)
            shape.Write(writer, value.Get(predicate)!);
        writer.WriteEndArray();
    }
}
