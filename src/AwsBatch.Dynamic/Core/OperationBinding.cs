using System.Reflection;
using Amazon.Runtime;
using AwsBatch.CompilerServices;
using AwsBatch.Dynamic.Shapes;
using AwsBatch.Generators.Services;

namespace AwsBatch.Dynamic.Core;

/// <summary>Binds requests of one operation to the core, as a generated factory does.</summary>
internal abstract class OperationBinding
{
    public static OperationBinding Make(AwsService service, AwsOperation operation, Type sdkInterface, MethodInfo method) =>
        (OperationBinding)Activator.CreateInstance(
            typeof(OperationBinding<,,>).MakeGenericType(sdkInterface, operation.RequestType, operation.ResponseType),
            service.Descriptor, operation, method)!;

    /// <summary>A handle of a request.</summary>
    /// <param name="request">The SDK's request.</param>
    /// <param name="target">Where it goes; null inherits.</param>
    /// <param name="outputFile">Where the bytes of the answer go; null if it has none.</param>
    public abstract BatchRequest Bind(object request, BatchTarget? target, string? outputFile);
}

internal sealed class OperationBinding<TService, TRequest, TResponse> : OperationBinding
    where TRequest : AmazonWebServiceRequest
{
    private readonly ServiceOperation<TRequest, TResponse> operation;
    private readonly ResponseStream? stream;

    public OperationBinding(BatchServiceDescriptor service, AwsOperation operation, MethodInfo method)
    {
        var isS3 = SdkType.PackageSuffix(operation.RequestType.Assembly) == RenamedInS3.Suffix;
        var description = new Lazy<RequestDescription>(() => RequestDescription.Of(operation, isS3));
        var send = method.CreateDelegate<Func<TService, TRequest, CancellationToken, Task<TResponse>>>();
        this.operation = BatchOperation.Create<TRequest, TResponse>(
            service,
            operation.Name,
            (client, request, cancellationToken) => send((TService)(object)client, request, cancellationToken),
            (request, parameters) => description.Value.Describe(request, parameters));
        stream = operation.Stream;
    }

    public override BatchRequest Bind(object request, BatchTarget? target, string? outputFile)
    {
        BatchOperation<TRequest, TResponse> bound = outputFile is null || stream is null
            ? operation
            : operation.Consume(async (_, response, cancellationToken) =>
            {
                await stream.SaveAsync(response!, outputFile, cancellationToken).ConfigureAwait(false);
                return response;
            });
        var handle = new BatchRequest<TRequest, TResponse>(bound, (TRequest)request);
        return target is null ? handle : handle.In(target);
    }
}
