using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Lambda.Model.Internal.MarshallTransformations;

/// <summary>Writes a <see cref="ListFunctionsRequest"/>.</summary>
public class ListFunctionsRequestMarshaller
    : IMarshaller<IRequest, ListFunctionsRequest>, IMarshaller<IRequest, AmazonWebServiceRequest>
{
    /// <summary>The only instance needed.</summary>
    public static ListFunctionsRequestMarshaller Instance { get; } = new();

    /// <inheritdoc/>
    public IRequest Marshall(AmazonWebServiceRequest input) => Marshall((ListFunctionsRequest)input);

    /// <inheritdoc/>
    public IRequest Marshall(ListFunctionsRequest publicRequest)
    {
        var request = LambdaHttpRequest.Create(publicRequest, "GET", "/2015-03-31/functions");
        LambdaHttpRequest.AddQuery(request, "FunctionVersion", publicRequest.FunctionVersion?.Value);
        LambdaHttpRequest.AddQuery(request, "Marker", publicRequest.Marker);
        LambdaHttpRequest.AddQuery(request, "MasterRegion", publicRequest.MasterRegion);
        LambdaHttpRequest.AddQuery(request, "MaxItems", publicRequest.MaxItems?.ToString(CultureInfo.InvariantCulture));
        return request;
    }
}
