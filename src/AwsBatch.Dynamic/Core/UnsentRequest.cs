using AwsBatch.CompilerServices;

namespace AwsBatch.Dynamic.Core;

/// <summary>What travels through a batch in place of a request that could not be made, and ends in its item's error.</summary>
internal sealed class UnsentRequest(InvalidRequestException error)
{
    public InvalidRequestException Error => error;

    public static BatchRequest Bind(string service, string operation, InvalidRequestException error, BatchTarget? target)
    {
        var unsent = new BatchRequest<UnsentRequest, object>(
            BatchOperation.CreateUnsendable<UnsentRequest>(NameOf(service), NameOf(operation), error), new UnsentRequest(error));
        return target is null ? unsent : unsent.In(target);
    }

    private static string NameOf(string given) => string.IsNullOrWhiteSpace(given) ? "?" : given;
}
