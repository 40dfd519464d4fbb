using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Lambda.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="ListFunctionsResponse"/>.</summary>
public class ListFunctionsResponseUnmarshaller : JsonResponseUnmarshaller
{
    /// <summary>The only instance needed.</summary>
    public static ListFunctionsResponseUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext context)
    {
        var response = new ListFunctionsResponse();
        var reader = new StreamingUtf8JsonReader(context.Stream);
        context.Read(ref reader);
        var depth = context.CurrentDepth;
        while (context.ReadAtDepth(depth, ref reader))
        {
            if (context.TestExpression("Functions", depth, ref reader))
                response.Functions = CollectionUnmarshallers.Functions.Unmarshall(context, ref reader);
            else if (context.TestExpression("NextMarker", depth, ref reader))
                response.NextMarker = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        }

        return response;
    }

    /// <inheritdoc/>
    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode) =>
        LambdaExceptionUnmarshaller.Unmarshall(context, innerException, statusCode);
}
