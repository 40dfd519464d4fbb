using System.Reflection;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using AwsBatch.CompilerServices;

namespace AwsBatch.Dynamic.Core;

/// <summary>
/// EC2's spot requests, whose body is made when all their parameters are there. Measured on AWSSDK.EC2 4.0.132: its marshaller makes the
/// body, then a handler adds the security groups to the parameters, and so they are lost.
/// </summary>
internal static class SpotRequests
{
    private const BindingFlags Protected = BindingFlags.NonPublic | BindingFlags.Instance;

    /// <summary>How such a request is sent; null if the operation is another.</summary>
    public static SendOperation<TRequest, TResponse>? Find<TRequest, TResponse>(AwsOperation operation)
        where TRequest : AmazonWebServiceRequest
    {
        if (operation is not { Service.Name: "ec2", SdkName: "RequestSpotInstances" })
            return null;

        var marshaller = new LateBody((IMarshaller<IRequest, AmazonWebServiceRequest>)Instance(operation, "RequestMarshaller"));
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

    // As every client of the SDK names them.
    private static object Instance(AwsOperation operation, string suffix)
    {
        var type = operation.RequestType;
        return type.Assembly.GetType($"{type.Namespace}.Internal.MarshallTransformations.{operation.SdkName}{suffix}", throwOnError: true)!
            .GetProperty("Instance")!.GetValue(null)!;
    }

    private sealed class LateBody(IMarshaller<IRequest, AmazonWebServiceRequest> marshaller) : IMarshaller<IRequest, AmazonWebServiceRequest>
    {
        public IRequest Marshall(AmazonWebServiceRequest input)
        {
            var request = marshaller.Marshall(input);
            // Without one the SDK makes it of the parameters at the end.
            request.ContentStream?.Dispose();
            request.ContentStream = null;
            return request;
        }
    }
}
