using System.Text.Json;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes.Forms;

/// <summary>A member for which the SDK has a value where the answer has none: 0, or an empty structure.</summary>
internal sealed class PresentShape(Shape inner) : Shape
{
    public override string Expected => inner.Expected;

    public override object Read(JsonElement json, ReadContext context) => inner.Read(json, context);

    public override bool Shows(object value) => inner is StructureShape structure ? structure.Members.Has(value) : value is not 0;

    public override void Write(Utf8JsonWriter writer, object value) => inner.Write(writer, value);
}
