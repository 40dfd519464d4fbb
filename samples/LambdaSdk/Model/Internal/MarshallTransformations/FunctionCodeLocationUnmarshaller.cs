using System.Text.Json;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Lambda.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="FunctionCodeLocation"/>.</summary>
public class FunctionCodeLocationUnmarshaller : IJsonUnmarshaller<FunctionCodeLocation, JsonUnmarshallerContext>
{
    /// <summary>The only instance needed.</summary>
    public static FunctionCodeLocationUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    public FunctionCodeLocation Unmarshall(JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        context.Read(ref reader);
        if (context.CurrentTokenType == JsonTokenType.Null)
            return null;

        var value = new FunctionCodeLocation();
        var depth = context.CurrentDepth;
        while (context.ReadAtDepth(depth, ref reader))
        {
            if (context.TestExpression("ImageUri", depth, ref reader))
                value.ImageUri = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("Location", depth, ref reader))
                value.Location = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("RepositoryType", depth, ref reader))
                value.RepositoryType = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("ResolvedImageUri", depth, ref reader))
                value.ResolvedImageUri = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        }

        return value;
    }
}
