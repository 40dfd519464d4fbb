using System.Text.Json;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes.Filters;

/// <summary>A filter that the SDK takes as a structure, as its API has it, and still gives as a tree of predicates.</summary>
/// <param name="given">As requests have it.</param>
/// <param name="shown">As answers have it.</param>
internal sealed class SplitFilterShape(StructureShape given, FilterShape shown) : Shape
{
    public override string Expected => given.Expected;

    public override object Read(JsonElement json, ReadContext context) => given.Read(json, context);

    public override void Write(Utf8JsonWriter writer, object value)
    {
        Shape shape = shown.IsNothing(value) ? given : shown;
        shape.Write(writer, value);
    }
}
