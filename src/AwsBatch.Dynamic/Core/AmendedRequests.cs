using System.Reflection;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using AwsBatch.CompilerServices;

namespace AwsBatch.Dynamic.Core;

/// <summary>Operations whose request is not as the SDK's marshaller makes it.</summary>
internal static class AmendedRequests
{
    private const BindingFlags Protected = BindingFlags.NonPublic | BindingFlags.Instance;

    // The SDK takes "not found" of these for an empty answer, though it be the bucket that is not there. To the API and the
    // AWS CLI it is an error.
    private static readonly HashSet<string> SilentInS3 =
    [
        "GetBucketAnalyticsConfiguration", "GetBucketEncryption", "GetBucketIntelligentTieringConfiguration",
        "GetBucketInventoryConfiguration", "GetBucketLogging", "GetBucketMetricsConfiguration", "GetBucketPolicy",
        "GetBucketReplication", "GetBucketWebsite", "GetLifecycleConfiguration",
    ];

    /// <summary>How such a request is sent; null if the operation is another.</summary>
    public static SendOperation<TRequest, TResponse>? Find<TRequest, TResponse>(AwsOperation operation)
        where TRequest : AmazonWebServiceRequest
    {
        if (FindAmendment(operation) is not { } amend)
            return null;

        var marshaller = new AmendingMarshaller((IMarshaller<IRequest, AmazonWebServiceRequest>)Instance(operation, "RequestMarshaller"), amend);
        var unmarshaller = (ResponseUnmarshaller)Instance(operation, "ResponseUnmarshaller");
        var invoke = typeof(AmazonServiceClient).GetMethod("InvokeAsync", Protected)!
            .MakeGenericMethod(typeof(TResponse))
            .CreateDelegate<Func<AmazonServiceClient, AmazonWebServiceRequest, InvokeOptionsBase, CancellationToken, Task<TResponse>>>();
        return (client, request, cancellationToken) => invoke(
            (AmazonServiceClient)client,
            request,
            new InvokeOptions { RequestMarshaller = marshaller, ResponseUnmarshaller = unmarshaller },
            cancellationToken);
    }

    private static Action<IRequest>? FindAmendment(AwsOperation operation) => operation switch
    {
        { Service.Name: "ec2", SdkName: "RequestSpotInstances" } => LeaveBodyToTheEnd,
        { Service.Name: "s3" } when SilentInS3.Contains(operation.SdkName) => static request => request.Suppress404Exceptions = false,
        _ => null,
    };

    // Measured on AWSSDK.EC2 4.0.132: its marshaller makes the body, then a handler adds the security groups to the
    // parameters, and so they are lost. Without a body the SDK makes it of the parameters at the end.
    private static void LeaveBodyToTheEnd(IRequest request)
    {
        request.ContentStream?.Dispose();
        request.ContentStream = null;
    }

    // As every client of the SDK names them.
    private static object Instance(AwsOperation operation, string suffix)
    {
        var type = operation.RequestType;
        return type.Assembly.GetType($"{type.Namespace}.Internal.MarshallTransformations.{operation.SdkName}{suffix}", throwOnError: true)!
            .GetProperty("Instance")!.GetValue(null)!;
    }

    private sealed class AmendingMarshaller(IMarshaller<IRequest, AmazonWebServiceRequest> marshaller, Action<IRequest> amend)
        : IMarshaller<IRequest, AmazonWebServiceRequest>
    {
        public IRequest Marshall(AmazonWebServiceRequest input)
        {
            var request = marshaller.Marshall(input);
            amend(request);
            return request;
        }
    }
}
