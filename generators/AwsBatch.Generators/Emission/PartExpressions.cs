using AwsBatch.Generators.Model;

namespace AwsBatch.Generators.Emission;

/// <summary>How the parts of one compared type are compared and copied, and the fields its class needs for it.</summary>
/// <param name="namespace">The type's namespace in the SDK.</param>
internal sealed class PartExpressions(string @namespace)
{
    private readonly SortedDictionary<string, (string Type, string Value)> fields = new(StringComparer.Ordinal);

    public IEnumerable<(string Name, string Type, string Value)> Fields =>
        fields.Select(entry => (entry.Key, entry.Value.Type, entry.Value.Value));

    public string Equal(ComparedPart part) => part.Form switch
    {
        PlainPart => $"x.{part.Property} == y.{part.Property}",
        PrecisePart or ConstantPart => $"Structural.Equal(x.{part.Property}, y.{part.Property})",
        var form => $"{Identity(form)}.Equals(x.{part.Property}, y.{part.Property})",
    };

    public string Hash(ComparedPart part) => part.Form switch
    {
        PlainPart or PrecisePart => $"hash.Add(value.{part.Property});",
        ConstantPart => $"hash.Add(value.{part.Property}?.Value);",
        var form => $"hash.Add(value.{part.Property}, {Identity(form)});",
    };

    public string Copy(ComparedPart part) => part.Form switch
    {
        PlainPart or PrecisePart or ConstantPart => $"{part.Property} = value.{part.Property}",
        var form => $"{part.Property} = {Identity(form)}.Copy(value.{part.Property})",
    };

    private string Identity(PartForm form) => form switch
    {
        BytesPart => $"Structural.Bytes",
        ListPart { Element: PlainPart { IsText: true } } => $"Structural.Texts",
        MapPart { Value: PlainPart } => $"Structural.TextMap",
        PlainPart => $"Structural.Text",
        ObjectPart type => IdentityEmitter.Instance(type, @namespace),
        ListPart { Element: PlainPart whole } list => Field(list, $"Structural.ListOf<{whole.Type}>()"),
        ListPart { Element: ConstantPart constant } list => Field(list, $"Structural.ListOfConstants<{constant.Type}>()"),
        ListPart list => Field(list, $"Structural.ListOf({Identity(list.Element)})"),
        MapPart map => Field(map, $"Structural.MapOf({Identity(map.Value)})"),
        _ => throw new ArgumentException("Not a form that has an identity.", nameof(form)),
    };

    private string Field(PartForm form, string value)
    {
        var name = Name(form);
        fields[name] = ($"{Names.Core}.StructuralIdentity<{form.Type}>", value);
        return name;
    }

    // AttributeValueList, AttributeValueListMap.
    private static string Name(PartForm form) => form switch
    {
        ListPart list => $"{Name(list.Element)}List",
        MapPart map => $"{Name(map.Value)}Map",
        ObjectPart type => type.Name,
        ConstantPart constant => constant.Type.Substring(constant.Type.LastIndexOf('.') + 1),
        BytesPart => "Bytes",
        PlainPart { IsText: true } => "Text",
        _ => char.ToUpperInvariant(form.Type[0]) + form.Type.Substring(1),
    };
}
