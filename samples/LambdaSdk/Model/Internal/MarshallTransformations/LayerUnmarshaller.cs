using System.Text.Json;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Lambda.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="Layer"/>.</summary>
public class LayerUnmarshaller : IJsonUnmarshaller<Layer, JsonUnmarshallerContext>
{
    /// <summary>The only instance needed.</summary>
    public static LayerUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    public Layer Unmarshall(JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        context.Read(ref reader);
        if (context.CurrentTokenType == JsonTokenType.Null)
            return null;

        var value = new Layer();
        var depth = context.CurrentDepth;
        while (context.ReadAtDepth(depth, ref reader))
        {
            if (context.TestExpression("Arn", depth, ref reader))
                value.Arn = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("CodeSize", depth, ref reader))
                value.CodeSize = NullableLongUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("SigningJobArn", depth, ref reader))
                value.SigningJobArn = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("SigningProfileVersionArn", depth, ref reader))
                value.SigningProfileVersionArn = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        }

        return value;
    }
}
