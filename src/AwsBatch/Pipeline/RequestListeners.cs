using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace AwsBatch.Pipeline;

/// <summary>
/// What a request itself asks to be called before it is sent, which may change it. The SDK keeps it in a field that is not
/// public: an SDK without it is noticed, and its own pipeline used.
/// </summary>
internal static class RequestListeners
{
    /// <summary>Whether the field is there, and is what is called.</summary>
    public static bool CanRead { get; } = Try();

    public static bool Any(AmazonWebServiceRequest request) => FieldOf(request) is not null;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "mBeforeRequestEvent")]
    private static extern ref RequestEventHandler? FieldOf(AmazonWebServiceRequest request);

    private static bool Try()
    {
        try
        {
            var request = new Probe();
            var before = Any(request);
            ((IAmazonWebServiceRequest)request).AddBeforeRequestHandler(static (_, _) => { });
            return !before && Any(request);
        }
        catch (MissingFieldException)
        {
            return false;
        }
    }

    private sealed class Probe : AmazonWebServiceRequest;
}
