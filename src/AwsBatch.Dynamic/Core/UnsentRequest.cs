using Amazon.Runtime;
using AwsBatch.CompilerServices;

namespace AwsBatch.Dynamic.Core;

/// <summary>What travels through a batch in place of a request that could not be made, and ends in its item's error.</summary>
internal sealed class UnsentRequest(InvalidRequestException error) : AmazonWebServiceRequest
{
    public InvalidRequestException Error => error;

    public static BatchRequest Bind(BatchServiceDescriptor service, string operation, InvalidRequestException error, BatchTarget? target)
    {
        var name = string.IsNullOrWhiteSpace(operation) ? "?" : operation;
        var unsent = new BatchRequest<UnsentRequest, object>(
            BatchOperation.Create<UnsentRequest, object>(service, name, static (_, request, _) => Task.FromException<object>(request.Error)),
            new UnsentRequest(error));
        return target is null ? unsent : unsent.In(target);
    }
}
