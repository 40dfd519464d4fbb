using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Lambda.Model.Internal.MarshallTransformations;

/// <summary>Reads an <see cref="InvokeResponse"/>: the body is the function's answer, all else comes in headers.</summary>
public class InvokeResponseUnmarshaller : JsonResponseUnmarshaller
{
    /// <summary>The only instance needed.</summary>
    public static InvokeResponseUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext context)
    {
        var payload = new MemoryStream();
        context.Stream.CopyTo(payload);
        payload.Position = 0;

        return new InvokeResponse
        {
            ExecutedVersion = Header(context, "X-Amz-Executed-Version"),
            FunctionError = Header(context, "X-Amz-Function-Error"),
            LogResult = Header(context, "X-Amz-Log-Result"),
            Payload = payload,
            StatusCode = (int)context.ResponseData.StatusCode,
        };
    }

    /// <inheritdoc/>
    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode) =>
        LambdaExceptionUnmarshaller.Unmarshall(context, innerException, statusCode);

    private static string Header(JsonUnmarshallerContext context, string name) =>
        context.ResponseData.IsHeaderPresent(name) ? context.ResponseData.GetHeaderValue(name) : null;
}
