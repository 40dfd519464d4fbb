using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Lambda.Model.Internal.MarshallTransformations;

/// <summary>Writes a <see cref="GetFunctionRequest"/>.</summary>
public class GetFunctionRequestMarshaller
    : IMarshaller<IRequest, GetFunctionRequest>, IMarshaller<IRequest, AmazonWebServiceRequest>
{
    /// <summary>The only instance needed.</summary>
    public static GetFunctionRequestMarshaller Instance { get; } = new();

    /// <inheritdoc/>
    public IRequest Marshall(AmazonWebServiceRequest input) => Marshall((GetFunctionRequest)input);

    /// <inheritdoc/>
    /// <exception cref="AmazonLambdaException">The function's name is missing.</exception>
    public IRequest Marshall(GetFunctionRequest publicRequest)
    {
        var request = LambdaHttpRequest.Create(publicRequest, "GET", "/2015-03-31/functions/{FunctionName}");
        LambdaHttpRequest.AddFunctionName(request, publicRequest.FunctionName);
        LambdaHttpRequest.AddQuery(request, "Qualifier", publicRequest.Qualifier);
        return request;
    }
}
