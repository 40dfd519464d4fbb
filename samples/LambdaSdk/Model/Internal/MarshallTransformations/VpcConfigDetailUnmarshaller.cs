using System.Text.Json;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Lambda.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="VpcConfigDetail"/>.</summary>
public class VpcConfigDetailUnmarshaller : IJsonUnmarshaller<VpcConfigDetail, JsonUnmarshallerContext>
{
    /// <summary>The only instance needed.</summary>
    public static VpcConfigDetailUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    public VpcConfigDetail Unmarshall(JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        context.Read(ref reader);
        if (context.CurrentTokenType == JsonTokenType.Null)
            return null;

        var value = new VpcConfigDetail();
        var depth = context.CurrentDepth;
        while (context.ReadAtDepth(depth, ref reader))
        {
            if (context.TestExpression("Ipv6AllowedForDualStack", depth, ref reader))
                value.Ipv6AllowedForDualStack = NullableBoolUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("SecurityGroupIds", depth, ref reader))
                value.SecurityGroupIds = CollectionUnmarshallers.Strings.Unmarshall(context, ref reader);
            else if (context.TestExpression("SubnetIds", depth, ref reader))
                value.SubnetIds = CollectionUnmarshallers.Strings.Unmarshall(context, ref reader);
            else if (context.TestExpression("VpcId", depth, ref reader))
                value.VpcId = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        }

        return value;
    }
}
