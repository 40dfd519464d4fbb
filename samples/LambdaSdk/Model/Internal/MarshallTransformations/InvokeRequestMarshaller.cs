using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace Amazon.Lambda.Model.Internal.MarshallTransformations;

/// <summary>Writes an <see cref="InvokeRequest"/>: the body is the function's input, all else goes in headers.</summary>
public class InvokeRequestMarshaller : IMarshaller<IRequest, InvokeRequest>, IMarshaller<IRequest, AmazonWebServiceRequest>
{
    /// <summary>The only instance needed.</summary>
    public static InvokeRequestMarshaller Instance { get; } = new();

    /// <inheritdoc/>
    public IRequest Marshall(AmazonWebServiceRequest input) => Marshall((InvokeRequest)input);

    /// <inheritdoc/>
    /// <exception cref="AmazonLambdaException">The function's name is missing.</exception>
    public IRequest Marshall(InvokeRequest publicRequest)
    {
        var request = LambdaHttpRequest.Create(publicRequest, "POST", "/2015-03-31/functions/{FunctionName}/invocations");
        LambdaHttpRequest.AddFunctionName(request, publicRequest.FunctionName);
        LambdaHttpRequest.AddQuery(request, "Qualifier", publicRequest.Qualifier);
        LambdaHttpRequest.AddHeader(request, "X-Amz-Client-Context", publicRequest.ClientContextBase64);
        LambdaHttpRequest.AddHeader(request, "X-Amz-Invocation-Type", publicRequest.InvocationType?.Value);
        LambdaHttpRequest.AddHeader(request, "X-Amz-Log-Type", publicRequest.LogType?.Value);
        AddBody(request, publicRequest.PayloadStream ?? new MemoryStream());
        return request;
    }

    private static void AddBody(DefaultRequest request, MemoryStream payload)
    {
        request.ContentStream = payload;
        request.Headers[HeaderKeys.ContentLengthHeader] = payload.Length.ToString(CultureInfo.InvariantCulture);
        if (payload.Length > 0)
            request.Headers[HeaderKeys.ContentTypeHeader] = "binary/octet-stream";
    }
}
