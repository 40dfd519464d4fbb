using System.Text.Json;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Lambda.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="Concurrency"/>.</summary>
public class ConcurrencyUnmarshaller : IJsonUnmarshaller<Concurrency, JsonUnmarshallerContext>
{
    /// <summary>The only instance needed.</summary>
    public static ConcurrencyUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    public Concurrency Unmarshall(JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        context.Read(ref reader);
        if (context.CurrentTokenType == JsonTokenType.Null)
            return null;

        var value = new Concurrency();
        var depth = context.CurrentDepth;
        while (context.ReadAtDepth(depth, ref reader))
        {
            if (context.TestExpression("ReservedConcurrentExecutions", depth, ref reader))
                value.ReservedConcurrentExecutions = NullableIntUnmarshaller.Instance.Unmarshall(context, ref reader);
        }

        return value;
    }
}
