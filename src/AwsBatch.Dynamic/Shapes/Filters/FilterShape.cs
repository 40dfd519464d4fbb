using System.Reflection;
using System.Text.Json;
using AwsBatch.Dynamic.Parameters;
using AwsBatch.Dynamic.Shapes.Members;
using AwsBatch.Generators.Text;

namespace AwsBatch.Dynamic.Shapes.Filters;

/// <summary>
/// A filter that the API writes as a structure with one member, or with <c>And</c> and several, and S3's SDK as a tree of
/// predicates.
/// </summary>
internal sealed class FilterShape : Shape
{
    private const string And = "And";

    private readonly Func<object> make;
    private readonly PropertyAccess root;
    private readonly PredicateKind[] kinds;
    private readonly ConjunctionKind? conjunction;

    private FilterShape(Type type, PropertyInfo root, PredicateKind[] kinds, ConjunctionKind? conjunction)
    {
        make = Instances.Of(type);
        this.root = PropertyAccess.Of(root);
        this.kinds = kinds;
        this.conjunction = conjunction;
    }

    public override string Expected => "an object with a filter";

    /// <summary>Whether it is all that its type holds.</summary>
    public bool IsWhole { get; private init; }

    /// <summary>The shape of a type that holds a predicate; null if it is another type.</summary>
    public static FilterShape? Find(Type type, PackageShapes shapes)
    {
        var properties = SdkType.Properties(type);
        if (properties.FirstOrDefault(static property => property.PropertyType.IsAbstract && SdkType.IsModel(property.PropertyType)) is not { } root
            || type.GetConstructor(Type.EmptyTypes) is null)
        {
            return null;
        }

        var predicate = root.PropertyType;
        var subtypes = predicate.Assembly.GetExportedTypes().Where(candidate => candidate.IsSubclassOf(predicate) && !candidate.IsAbstract).ToList();
        var kinds = subtypes.Select(subtype => PredicateKind.Find(subtype, shapes)).OfType<PredicateKind>().ToArray();
        return new FilterShape(type, root, kinds, subtypes.Select(subtype => ConjunctionKind.Find(subtype, predicate)).OfType<ConjunctionKind>().FirstOrDefault())
        {
            IsWhole = properties.Count == 1,
        };
    }

    public override object Read(JsonElement json, ReadContext context)
    {
        var filter = make();
        var predicates = new List<object>();
        ReadInto(predicates, json, context);
        root.Set(filter, predicates switch
        {
            [] => null,
            [var only] => only,
            _ => throw context.Invalid($"has several conditions; put them into {And}"),
        });
        return filter;
    }

    // S3's SDK cannot send one without a predicate.
    public override bool IsNothing(object value) => root.Get(value) is null;

    public override void Write(Utf8JsonWriter writer, object value)
    {
        writer.WriteStartObject();
        if (root.Get(value) is { } predicate)
            WritePredicate(writer, predicate);
        writer.WriteEndObject();
    }

    private void ReadInto(List<object> predicates, JsonElement json, ReadContext context)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw context.Wrong(Expected, json);
        var given = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in json.EnumerateObject())
        {
            if (entry.Value.ValueKind == JsonValueKind.Null)
                continue;
            context.Enter(entry.Name);
            if (!given.Add(entry.Name))
                throw context.Invalid("is given twice");
            predicates.AddRange(ReadEntry(entry, context));
            context.Leave();
        }
    }

    private List<object> ReadEntry(JsonProperty entry, ReadContext context)
    {
        if (conjunction is not null && IsNamed(entry, And))
        {
            var operands = new List<object>();
            ReadInto(operands, entry.Value, context);
            return [conjunction.Make(operands)];
        }

        if (Array.Find(kinds, kind => IsNamed(entry, kind.Name)) is { } single)
            return [single.Make(entry.Value, context)];
        if (Array.Find(kinds, kind => IsNamed(entry, kind.PluralName)) is { } plural)
            return plural.MakeAll(entry.Value, context);

        context.Leave();
        string[] known = [.. kinds.Select(static kind => kind.Name), .. conjunction is null ? Array.Empty<string>() : [And]];
        throw context.Unknown(entry.Name, NearestNames.Find(entry.Name, known), known);
    }

    private static bool IsNamed(JsonProperty entry, string name) => string.Equals(entry.Name, name, StringComparison.OrdinalIgnoreCase);

    private void WritePredicate(Utf8JsonWriter writer, object predicate)
    {
        if (conjunction?.OperandsOf(predicate) is { } operands)
        {
            writer.WriteStartObject(And);
            foreach (var kind in kinds)
                kind.WriteAll(writer, operands);
            writer.WriteEndObject();
        }
        else
        {
            Array.Find(kinds, kind => kind.IsKindOf(predicate))?.Write(writer, predicate);
        }
    }
}
