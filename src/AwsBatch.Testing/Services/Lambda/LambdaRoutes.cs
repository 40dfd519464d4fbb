using AwsBatch.Testing.Protocols;

namespace AwsBatch.Testing.Services.Lambda;

/// <summary>Names the operation of a request by its method and path; <c>*</c> stands for one segment, the function's where there is one.</summary>
internal static class LambdaRoutes
{
    private static readonly (string Method, string[] Path, string Operation)[] Routes =
    [
        .. """
        GET 2015-03-31/functions ListFunctions
        POST 2015-03-31/functions CreateFunction
        GET 2015-03-31/functions/* GetFunction
        DELETE 2015-03-31/functions/* DeleteFunction
        POST 2015-03-31/functions/*/invocations Invoke
        GET 2015-03-31/functions/*/configuration GetFunctionConfiguration
        PUT 2015-03-31/functions/*/configuration UpdateFunctionConfiguration
        PUT 2015-03-31/functions/*/code UpdateFunctionCode
        GET 2015-03-31/functions/*/versions ListVersionsByFunction
        POST 2015-03-31/functions/*/versions PublishVersion
        GET 2015-03-31/functions/*/aliases ListAliases
        POST 2015-03-31/functions/*/aliases CreateAlias
        GET 2015-03-31/functions/*/aliases/* GetAlias
        PUT 2015-03-31/functions/*/aliases/* UpdateAlias
        DELETE 2015-03-31/functions/*/aliases/* DeleteAlias
        GET 2015-03-31/functions/*/policy GetPolicy
        POST 2015-03-31/functions/*/policy AddPermission
        DELETE 2015-03-31/functions/*/policy/* RemovePermission
        GET 2015-03-31/event-source-mappings ListEventSourceMappings
        POST 2015-03-31/event-source-mappings CreateEventSourceMapping
        GET 2015-03-31/event-source-mappings/* GetEventSourceMapping
        PUT 2015-03-31/event-source-mappings/* UpdateEventSourceMapping
        DELETE 2015-03-31/event-source-mappings/* DeleteEventSourceMapping
        POST 2014-11-13/functions/*/invoke-async InvokeAsync
        POST 2021-11-15/functions/*/response-streaming-invocations InvokeWithResponseStream
        GET 2016-08-19/account-settings GetAccountSettings
        GET 2017-03-31/tags/* ListTags
        POST 2017-03-31/tags/* TagResource
        DELETE 2017-03-31/tags/* UntagResource
        PUT 2017-10-31/functions/*/concurrency PutFunctionConcurrency
        DELETE 2017-10-31/functions/*/concurrency DeleteFunctionConcurrency
        GET 2019-09-30/functions/*/concurrency GetFunctionConcurrency
        GET 2018-10-31/layers ListLayers
        GET 2018-10-31/layers/*/versions ListLayerVersions
        POST 2018-10-31/layers/*/versions PublishLayerVersion
        """.Split('\n', StringSplitOptions.TrimEntries).Select(row => row.Split(' ')).Select(row => (row[0], row[1].Split('/'), row[2])),
    ];

    /// <summary>The API's name of the operation, or method and path if there is none, and the segment in the first star's place.</summary>
    public static (string Operation, string Resource) Name(AwsRequest request)
    {
        var segments = request.RawPath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        foreach (var (method, path, operation) in Routes)
        {
            if (method == request.Method && Matches(path, segments))
                return (operation, Array.IndexOf(path, "*") is >= 0 and var star ? Uri.UnescapeDataString(segments[star]) : "");
        }
        return ($"{request.Method} {request.RawPath}", "");
    }

    private static bool Matches(string[] path, string[] segments)
    {
        if (path.Length != segments.Length)
            return false;
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] != "*" && path[i] != segments[i])
                return false;
        }
        return true;
    }
}
