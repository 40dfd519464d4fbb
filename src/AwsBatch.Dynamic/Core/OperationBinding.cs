using System.Reflection;
using Amazon.Runtime;
using AwsBatch.CompilerServices;
using AwsBatch.Dynamic.Shapes;

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
    /// <param name="canonical">What identifies it besides its operation; null if that is not all of its parameters.</param>
    /// <param name="options">Where it goes, and where the bytes of its answer do.</param>
    public abstract BatchRequest Bind(object request, string? canonical, DynamicRequestOptions options);
}

internal sealed class OperationBinding<TService, TRequest, TResponse> : OperationBinding
    where TRequest : AmazonWebServiceRequest
{
    private readonly Func<SendOperation<TRequest, TResponse>, ServiceOperation<TRequest, TResponse>> describe;
    private readonly SendOperation<TRequest, TResponse> send;
    private readonly ServiceOperation<TRequest, TResponse> usual;
    private readonly JsonIdentity<TRequest>? identity;
    private readonly ResponseStream? stream;

    public OperationBinding(BatchServiceDescriptor service, AwsOperation operation, MethodInfo method)
    {
        var isS3 = SdkType.IsOfS3(operation.RequestType);
        var description = new Lazy<RequestDescription>(() => RequestDescription.Of(operation, isS3));
        var call = method.CreateDelegate<Func<TService, TRequest, CancellationToken, Task<TResponse>>>();
        send = AmendedRequests.Find<TRequest, TResponse>(operation)
            ?? ((client, request, cancellationToken) => call((TService)client, request, cancellationToken));
        identity = operation.IsStreaming ? null : new JsonIdentity<TRequest>();
        var token = RequestToken.Find(operation);
        var endpointParameter = EndpointRules.Of(typeof(TService)).ParameterOf(typeof(TRequest));
        describe = how => BatchOperation.Create<TRequest, TResponse>(
            service,
            operation.Name,
            how,
            (request, parameters) => description.Value.Describe(request, parameters),
            identity,
            operation.IsReadOnly,
            token is null ? null : (request, value) => (TRequest)token.With(request, value),
            ResendProperties.Body<TRequest>(),
            operation.IsReadOnly ? null : ResendProperties.Conditions(operation.RequestType),
            endpointParameter);
        usual = describe(send);
        stream = operation.Stream;
    }

    public override BatchRequest Bind(object request, string? canonical, DynamicRequestOptions options)
    {
        var operation = options.Sending is { } sending ? describe(Telling(sending)) : usual;
        BatchOperation<TRequest, TResponse> bound = options.OutputFile is not { } file || stream is null
            ? operation
            : operation.Consume(async (_, response, cancellationToken) =>
            {
                await stream.SaveAsync(response!, file, cancellationToken).ConfigureAwait(false);
                return response;
            });
        var made = (TRequest)request;
        if (canonical is not null)
            identity?.Note(made, canonical);
        var handle = new BatchRequest<TRequest, TResponse>(bound, made);
        return options.Target is null ? handle : handle.In(options.Target);
    }

    private SendOperation<TRequest, TResponse> Telling(Action sending) => (client, request, cancellationToken) =>
    {
        sending();
        return send(client, request, cancellationToken);
    };
}
