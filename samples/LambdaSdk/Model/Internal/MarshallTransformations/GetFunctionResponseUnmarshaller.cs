using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Lambda.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="GetFunctionResponse"/>.</summary>
public class GetFunctionResponseUnmarshaller : JsonResponseUnmarshaller
{
    /// <summary>The only instance needed.</summary>
    public static GetFunctionResponseUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext context)
    {
        var response = new GetFunctionResponse();
        var reader = new StreamingUtf8JsonReader(context.Stream);
        context.Read(ref reader);
        var depth = context.CurrentDepth;
        while (context.ReadAtDepth(depth, ref reader))
        {
            if (context.TestExpression("Code", depth, ref reader))
                response.Code = FunctionCodeLocationUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("Concurrency", depth, ref reader))
                response.Concurrency = ConcurrencyUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("Configuration", depth, ref reader))
                response.Configuration = FunctionConfigurationUnmarshaller.Instance.Unmarshall(context, ref reader);
            else if (context.TestExpression("Tags", depth, ref reader))
                response.Tags = CollectionUnmarshallers.StringMap.Unmarshall(context, ref reader);
        }

        return response;
    }

    /// <inheritdoc/>
    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode) =>
        LambdaExceptionUnmarshaller.Unmarshall(context, innerException, statusCode);
}
