using System.Text.Json;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Lambda.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="EnvironmentResponse"/>.</summary>
public class EnvironmentResponseUnmarshaller : IJsonUnmarshaller<EnvironmentResponse, JsonUnmarshallerContext>
{
    /// <summary>The only instance needed.</summary>
    public static EnvironmentResponseUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    public EnvironmentResponse Unmarshall(JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        context.Read(ref reader);
        if (context.CurrentTokenType == JsonTokenType.Null)
            return null;

        var value = new EnvironmentResponse();
        var depth = context.CurrentDepth;
        while (context.ReadAtDepth(depth, ref reader))
        {
            if (context.TestExpression("Error", depth, ref reader))
                value.Error = EnvironmentErrorUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("Variables", depth, ref reader))
                value.Variables = CollectionUnmarshallers.StringMap.Unmarshall(context, ref reader);
        }

        return value;
    }
}
