using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.Lambda;

/// <summary>Access to AWS Lambda.</summary>
public partial interface IAmazonLambda : IAmazonService, IDisposable
{
    /// <summary>Paginators of the operations that answer in pages.</summary>
    ILambdaPaginatorFactory Paginators { get; }

    /// <summary>Reads the configuration and code location of a function.</summary>
    Task<GetFunctionResponse> GetFunctionAsync(string functionName, CancellationToken cancellationToken = default);

    /// <summary>Reads the configuration and code location of a function or of one of its versions.</summary>
    /// <exception cref="InvalidParameterValueException">A parameter is invalid.</exception>
    /// <exception cref="ResourceNotFoundException">The function does not exist.</exception>
    /// <exception cref="ServiceException">The service failed.</exception>
    /// <exception cref="TooManyRequestsException">The call was throttled.</exception>
    Task<GetFunctionResponse> GetFunctionAsync(GetFunctionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Invokes a function and waits for its answer, or only queues the event if the invocation type says so.</summary>
    /// <exception cref="InvalidParameterValueException">A parameter is invalid.</exception>
    /// <exception cref="InvalidRequestContentException">The payload is not valid JSON.</exception>
    /// <exception cref="RequestTooLargeException">The payload is larger than the invocation type allows.</exception>
    /// <exception cref="ResourceNotFoundException">The function does not exist.</exception>
    /// <exception cref="ResourceNotReadyException">The function is inactive and being reactivated.</exception>
    /// <exception cref="ServiceException">The service failed.</exception>
    /// <exception cref="TooManyRequestsException">The call was throttled.</exception>
    /// <exception cref="UnsupportedMediaTypeException">The payload is not JSON.</exception>
    Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the functions of the account, up to 50 a page.</summary>
    Task<ListFunctionsResponse> ListFunctionsAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists the functions of the account, up to 50 a page.</summary>
    /// <exception cref="InvalidParameterValueException">A parameter is invalid.</exception>
    /// <exception cref="ServiceException">The service failed.</exception>
    /// <exception cref="TooManyRequestsException">The call was throttled.</exception>
    Task<ListFunctionsResponse> ListFunctionsAsync(ListFunctionsRequest request, CancellationToken cancellationToken = default);

    /// <summary>The endpoint the client would send <paramref name="request"/> to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonLambdaConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig)
    {
        if (clientConfig is not AmazonLambdaConfig config)
        {
            var given = clientConfig?.GetType().Name ?? "null";
            throw new AmazonLambdaException($"{nameof(AmazonLambdaClient)} needs an {nameof(AmazonLambdaConfig)}, not {given}.");
        }

        return awsCredentials is null ? new AmazonLambdaClient(config) : new AmazonLambdaClient(awsCredentials, config);
    }
}
