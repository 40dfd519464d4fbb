using System.Collections;
using System.Text.Json;
using AwsBatch.Dynamic.Parameters;
using AwsBatch.Dynamic.Shapes.Members;

namespace AwsBatch.Dynamic.Shapes.Forms;

/// <summary>S3's versions of objects: two lists in the API, one of the SDK whose elements say which they belong to.</summary>
internal sealed class VersionsShape(Shape inner, bool deleted) : Shape
{
    private PropertyAccess? marker;

    public override string Expected => inner.Expected;

    public override object Read(JsonElement json, ReadContext context) => inner.Read(json, context);

    public override bool Shows(object value) => Own(value).Count > 0;

    public override void Write(Utf8JsonWriter writer, object value) => inner.Write(writer, Own(value));

    private IList Own(object value)
    {
        var own = (IList)Activator.CreateInstance(value.GetType())!;
        foreach (var version in (IList)value)
        {
            marker ??= PropertyAccess.Of(version.GetType().GetProperty("IsDeleteMarker")!);
            if ((marker.Get(version) is true) == deleted)
                own.Add(version);
        }

        return own;
    }
}
