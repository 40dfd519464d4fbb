using System.Text.Json;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Lambda.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="EphemeralStorage"/>.</summary>
public class EphemeralStorageUnmarshaller : IJsonUnmarshaller<EphemeralStorage, JsonUnmarshallerContext>
{
    /// <summary>The only instance needed.</summary>
    public static EphemeralStorageUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    public EphemeralStorage Unmarshall(JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        context.Read(ref reader);
        if (context.CurrentTokenType == JsonTokenType.Null)
            return null;

        var value = new EphemeralStorage();
        var depth = context.CurrentDepth;
        while (context.ReadAtDepth(depth, ref reader))
        {
            if (context.TestExpression("Size", depth, ref reader))
                value.Size = NullableIntUnmarshaller.Instance.Unmarshall(context, ref reader);
        }

        return value;
    }
}
