using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Amazon.Lambda.Model.Internal.MarshallTransformations;

/// <summary>What the HTTP requests of all operations have in common.</summary>
internal static class LambdaHttpRequest
{
    internal static DefaultRequest Create(AmazonWebServiceRequest request, string method, string path) =>
        new(request, "Amazon.Lambda")
        {
            HttpMethod = method,
            ResourcePath = path,
            UseQueryString = true,
            Headers = { [HeaderKeys.XAmzApiVersion] = "2015-03-31" },
        };

    internal static void AddFunctionName(IRequest request, string name)
    {
        if (string.IsNullOrEmpty(name))
            throw new AmazonLambdaException("Request object does not have required field FunctionName set");

        request.AddPathResource("{FunctionName}", name);
    }

    internal static void AddQuery(IRequest request, string name, string value)
    {
        if (value is not null)
            request.Parameters.Add(name, value);
    }

    internal static void AddHeader(IRequest request, string name, string value)
    {
        if (value is not null)
            request.Headers[name] = value;
    }
}
