using System.Text.Json;
using System.Text.Json.Nodes;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic.Shapes.Forms;

/// <summary>JSON that a form changes, as deep as parameters may be and what the form puts around them.</summary>
internal static class FormJson
{
    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 2 * ReadContext.MaxDepth };

    public static JsonNode? ToNode(JsonElement json) => JsonSerializer.SerializeToNode(json, Deep);

    public static JsonElement ToElement(JsonNode? json) => JsonSerializer.SerializeToElement(json, Deep);
}
