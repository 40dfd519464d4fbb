using System.Text.Json;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Lambda.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="FunctionConfiguration"/>.</summary>
public class FunctionConfigurationUnmarshaller : IJsonUnmarshaller<FunctionConfiguration, JsonUnmarshallerContext>
{
    /// <summary>The only instance needed.</summary>
    public static FunctionConfigurationUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    public FunctionConfiguration Unmarshall(JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        context.Read(ref reader);
        if (context.CurrentTokenType == JsonTokenType.Null)
            return null;

        var value = new FunctionConfiguration();
        var depth = context.CurrentDepth;
        while (context.ReadAtDepth(depth, ref reader))
        {
            if (context.TestExpression("Architectures", depth, ref reader))
                value.Architectures = CollectionUnmarshallers.Strings.Unmarshall(context, ref reader);
            else if (context.TestExpression("CodeSha256", depth, ref reader))
                value.CodeSha256 = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("CodeSize", depth, ref reader))
                value.CodeSize = NullableLongUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("Description", depth, ref reader))
                value.Description = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("Environment", depth, ref reader))
                value.Environment = EnvironmentResponseUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("EphemeralStorage", depth, ref reader))
                value.EphemeralStorage = EphemeralStorageUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("FunctionArn", depth, ref reader))
                value.FunctionArn = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("FunctionName", depth, ref reader))
                value.FunctionName = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("Handler", depth, ref reader))
                value.Handler = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("KMSKeyArn", depth, ref reader))
                value.KMSKeyArn = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("LastModified", depth, ref reader))
                value.LastModified = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("LastUpdateStatus", depth, ref reader))
                value.LastUpdateStatus = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("LastUpdateStatusReason", depth, ref reader))
                value.LastUpdateStatusReason = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("Layers", depth, ref reader))
                value.Layers = CollectionUnmarshallers.Layers.Unmarshall(context, ref reader);
            else if (context.TestExpression("MasterArn", depth, ref reader))
                value.MasterArn = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("MemorySize", depth, ref reader))
                value.MemorySize = NullableIntUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("PackageType", depth, ref reader))
                value.PackageType = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("RevisionId", depth, ref reader))
                value.RevisionId = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("Role", depth, ref reader))
                value.Role = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("Runtime", depth, ref reader))
                value.Runtime = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("State", depth, ref reader))
                value.State = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("StateReason", depth, ref reader))
                value.StateReason = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("Timeout", depth, ref reader))
                value.Timeout = NullableIntUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("Version", depth, ref reader))
                value.Version = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("VpcConfig", depth, ref reader))
                value.VpcConfig = VpcConfigDetailUnmarshaller.Instance.Unmarshall(context, ref reader);
        }

        return value;
    }
}
