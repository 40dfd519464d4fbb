using System.Text.Json;
using System.Text.Json.Nodes;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes.Forms;

/// <summary>A value the API writes in another form than the SDK's type: turned into the SDK's JSON first.</summary>
/// <param name="expected">What the API takes.</param>
/// <param name="inner">The shape of the SDK's type.</param>
/// <param name="toSdk">From the API's form to the SDK's; null for what no request has.</param>
/// <param name="write">Writes the SDK's value in the API's form; null for what no response has.</param>
internal sealed class FormShape(
    string expected,
    Shape inner,
    Func<JsonElement, ReadContext, JsonNode?>? toSdk = null,
    Action<Utf8JsonWriter, object>? write = null) : Shape
{
    public override string Expected => expected;

    public override object Read(JsonElement json, ReadContext context) => toSdk is null
        ? inner.Read(json, context)
        : inner.Read(FormJson.ToElement(toSdk(json, context)), context);

    public override bool IsNothing(object value) => inner.IsNothing(value);

    public override void Write(Utf8JsonWriter writer, object value)
    {
        if (write is null)
            inner.Write(writer, value);
        else
            write(writer, value);
    }
}
