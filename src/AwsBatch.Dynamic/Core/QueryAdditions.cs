using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace AwsBatch.Dynamic.Core;

/// <summary>Adds parameters to the query of a request after the SDK marshalled it and before it signs it.</summary>
internal static class QueryAdditions
{
    public static void Attach(object request, IReadOnlyList<KeyValuePair<string, string>> query)
    {
        if (query.Count == 0)
            return;
        ((IAmazonWebServiceRequest)request).AddBeforeRequestHandler((_, arguments) =>
        {
            foreach (var (name, value) in query)
                ((WebServiceRequestEventArgs)arguments).ParameterCollection.Add(name, value);
        });
    }
}
