using System.Text.Json;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Lambda.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="EnvironmentError"/>.</summary>
public class EnvironmentErrorUnmarshaller : IJsonUnmarshaller<EnvironmentError, JsonUnmarshallerContext>
{
    /// <summary>The only instance needed.</summary>
    public static EnvironmentErrorUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    public EnvironmentError Unmarshall(JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        context.Read(ref reader);
        if (context.CurrentTokenType == JsonTokenType.Null)
            return null;

        var value = new EnvironmentError();
        var depth = context.CurrentDepth;
        while (context.ReadAtDepth(depth, ref reader))
        {
            if (context.TestExpression("ErrorCode", depth, ref reader))
                value.ErrorCode = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("Message", depth, ref reader))
                value.Message = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        }

        return value;
    }
}
