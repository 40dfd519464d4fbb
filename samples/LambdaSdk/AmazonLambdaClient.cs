using Amazon.Lambda.Internal;
using Amazon.Lambda.Model;
using Amazon.Lambda.Model.Internal.MarshallTransformations;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Lambda;

/// <summary>Client of AWS Lambda. Thread-safe; create one per account and region and share it.</summary>
public partial class AmazonLambdaClient : AmazonServiceClient, IAmazonLambda
{
    private static readonly IServiceMetadata Metadata = new AmazonLambdaMetadata();

    /// <summary>Creates a client with the default credentials and region.</summary>
    public AmazonLambdaClient() : this(new AmazonLambdaConfig()) { }

    /// <summary>Creates a client with the default credentials.</summary>
    public AmazonLambdaClient(RegionEndpoint region) : this(new AmazonLambdaConfig { RegionEndpoint = region }) { }

    /// <summary>Creates a client with the default credentials.</summary>
    public AmazonLambdaClient(AmazonLambdaConfig config) : base(config) { }

    /// <summary>Creates a client with the default region.</summary>
    public AmazonLambdaClient(AWSCredentials credentials) : this(credentials, new AmazonLambdaConfig()) { }

    /// <summary>Creates a client.</summary>
    public AmazonLambdaClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonLambdaConfig { RegionEndpoint = region }) { }

    /// <summary>Creates a client.</summary>
    public AmazonLambdaClient(AWSCredentials credentials, AmazonLambdaConfig clientConfig) : base(credentials, clientConfig) { }

    /// <inheritdoc/>
    public ILambdaPaginatorFactory Paginators => field ??= new LambdaPaginatorFactory(this);

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => Metadata;

    /// <inheritdoc/>
    public virtual Task<GetFunctionResponse> GetFunctionAsync(
        string functionName, CancellationToken cancellationToken = default) =>
        GetFunctionAsync(new GetFunctionRequest { FunctionName = functionName }, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetFunctionResponse> GetFunctionAsync(
        GetFunctionRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetFunctionResponse>(
            request,
            Options(GetFunctionRequestMarshaller.Instance, GetFunctionResponseUnmarshaller.Instance),
            cancellationToken);

    /// <inheritdoc/>
    public virtual Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<InvokeResponse>(
            request,
            Options(InvokeRequestMarshaller.Instance, InvokeResponseUnmarshaller.Instance),
            cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListFunctionsResponse> ListFunctionsAsync(CancellationToken cancellationToken = default) =>
        ListFunctionsAsync(new ListFunctionsRequest(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListFunctionsResponse> ListFunctionsAsync(
        ListFunctionsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListFunctionsResponse>(
            request,
            Options(ListFunctionsRequestMarshaller.Instance, ListFunctionsResponseUnmarshaller.Instance),
            cancellationToken);

    /// <inheritdoc/>
    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    /// <summary>Puts Lambda's own steps in charge of how a request is signed and where it goes.</summary>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new AmazonLambdaEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new AmazonLambdaAuthSchemeHandler());
    }

    private static InvokeOptions Options(
        IMarshaller<IRequest, AmazonWebServiceRequest> marshaller, ResponseUnmarshaller unmarshaller) =>
        new() { RequestMarshaller = marshaller, ResponseUnmarshaller = unmarshaller };
}
