namespace AwsBatch.Dynamic.Tests.Requests;

/// <summary>What <see cref="DynamicRequest.Create"/> makes of parameters.</summary>
internal static class Made
{
    /// <summary>The SDK's request.</summary>
    public static TRequest Request<TRequest>(string service, string operation, string parameters, DynamicRequestOptions? options = null)
        where TRequest : class
    {
        var request = DynamicRequest.Create(service, operation, Json.Of(parameters), options);
        Assert.Null(DynamicRequest.FindError(request)?.Message);
        return Assert.IsType<TRequest>(request.GetType().GetProperty("Request")!.GetValue(request));
    }

    /// <summary>The error in place of a request.</summary>
    public static InvalidRequestException Error(string service, string operation, string parameters, DynamicRequestOptions? options = null)
    {
        var error = DynamicRequest.FindError(DynamicRequest.Create(service, operation, Json.Of(parameters), options));
        Assert.NotNull(error);
        return error;
    }
}
