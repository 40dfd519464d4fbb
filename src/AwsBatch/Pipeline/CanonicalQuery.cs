using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace AwsBatch.Pipeline;

/// <summary>A request's query as it is signed. Derives from the SDK's signer, which has it for those who do.</summary>
internal sealed class CanonicalQuery : AWS4Signer
{
    public static string Of(IRequest request) =>
        request.SubResources.Count == 0 && (!request.UseQueryString || request.ParameterCollection.Count == 0)
            ? ""
            : CanonicalizeQueryParameters(GetParametersToCanonicalize(request));
}
