using System.Buffers;
using System.Text.Json;
using AwsBatch.Dynamic.Shapes;

namespace AwsBatch.Dynamic;

/// <summary>Responses as the AWS CLI shows them: by API names, times in ISO 8601, bytes in base64, without what is null.</summary>
public static class DynamicResponse
{
    // As deep as a writer writes.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1000 };

    /// <summary>Writes a response as a JSON object. What it streams is left out.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="response">An SDK response, such as a <see cref="BatchItem.Response"/>.</param>
    /// <exception cref="ArgumentException">It is not of an SDK package.</exception>
    public static void Write(Utf8JsonWriter writer, object response)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(response);
        var type = response.GetType();
        if (!SdkType.IsModel(type) || PackageShapes.Of(type.Assembly).Find(type) is not StructureShape shape)
            throw new ArgumentException($"{type} is not a response of an SDK package.", nameof(response));
        shape.Write(writer, response);
    }

    /// <summary>A response as JSON.</summary>
    /// <param name="response">An SDK response, such as a <see cref="BatchItem.Response"/>.</param>
    /// <exception cref="ArgumentException">It is not of an SDK package.</exception>
    public static JsonElement ToJson(object response)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, response);
        using var document = JsonDocument.Parse(buffer.WrittenMemory, Options);
        return document.RootElement.Clone();
    }
}
