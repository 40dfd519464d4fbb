using System.Text.Json;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes.Forms;

/// <summary>A member for which the SDK has a value where the answer has none.</summary>
/// <param name="inner">The member's shape.</param>
/// <param name="nothing">That value as text; of a structure it is one without members.</param>
internal sealed class PresentShape(Shape inner, string nothing) : Shape
{
    public override string Expected => inner.Expected;

    public override object Read(JsonElement json, ReadContext context) => inner.Read(json, context);

    public override bool Shows(object value) => inner is StructureShape structure ? structure.Members.Has(value) : value.ToString() != nothing;

    public override void Write(Utf8JsonWriter writer, object value) => inner.Write(writer, value);
}
