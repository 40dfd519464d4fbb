using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace AwsBatch.Pipeline;

/// <summary>
/// What a request asks for itself: to be called before it is sent, which may change it, and to wait for the service's leave to send
/// a body. The SDK keeps neither in public: an SDK without them is noticed, and its own pipeline used.
/// </summary>
internal static class RequestWishes
{
    /// <summary>Whether both are there, and the first is what is called.</summary>
    public static bool CanRead { get; } = Try();

    public static bool Any(AmazonWebServiceRequest request) => ListenersOf(request) is not null || ExpectsContinue(request);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "mBeforeRequestEvent")]
    private static extern ref RequestEventHandler? ListenersOf(AmazonWebServiceRequest request);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "GetExpect100Continue")]
    private static extern bool ExpectsContinue(AmazonWebServiceRequest request);

    private static bool Try()
    {
        try
        {
            var request = new Probe();
            var before = Any(request);
            ((IAmazonWebServiceRequest)request).AddBeforeRequestHandler(static (_, _) => { });
            return !before && Any(request);
        }
        catch (MissingMemberException)
        {
            return false;
        }
    }

    private sealed class Probe : AmazonWebServiceRequest;
}
