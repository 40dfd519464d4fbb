using System.Text.Json;
using AwsBatch.CompilerServices;
using AwsBatch.Dynamic.Core;
using AwsBatch.Dynamic.Parameters;

namespace AwsBatch.Dynamic;

/// <summary>Requests known only at run time, for <see cref="IAwsBatch.RunAsync"/>.</summary>
public static class DynamicRequest
{
    private static readonly DynamicRequestOptions Defaults = new();

    /// <summary>
    /// Makes a request of what the AWS CLI takes for its <c>--cli-input-json</c>: members by their API names, or by the SDK's.
    /// </summary>
    /// <param name="service">The service as the AWS CLI names it, such as <c>s3</c>.</param>
    /// <param name="operation">The operation by its API, SDK or AWS CLI name, such as <c>HeadObject</c>.</param>
    /// <param name="parameters">A JSON object; undefined or null is an empty one. A member that is null counts as not given.</param>
    /// <param name="options">What the parameters may do, and where the request goes.</param>
    /// <returns>
    /// The handle. If no request can be made, the handle of its error: it travels through a batch as any other, sends
    /// nothing, and its item fails with <see cref="BatchErrorKind.Validation"/> and an <see cref="InvalidRequestException"/>.
    /// </returns>
    public static BatchRequest Create(string service, string operation, JsonElement parameters, DynamicRequestOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(operation);
        var settings = options ?? Defaults;
        AwsService? found = null;
        AwsOperation? bound = null;
        try
        {
            found = settings.Catalog.Get(service);
            bound = found.Get(operation);
            CheckOutput(found, bound, settings.OutputFile);
            var context = new ReadContext(settings.AllowFiles, settings.NamingFile);
            var json = CanonicalJson.OrEmpty(parameters);
            ParameterCheck.Run(json, context);
            var request = bound.RequestShape.Read(json, context);
            var canonical = context.NamesFile ? null : CanonicalJson.Write(json);
            return bound.Binding.Bind(request, canonical, settings);
        }
        catch (InvalidRequestException error)
        {
            return UnsentRequest.Bind(found?.Name ?? service, bound?.Name ?? operation, error, settings.Target);
        }
    }

    /// <summary>Why a request cannot be sent; null if it can, as far as this side knows.</summary>
    public static InvalidRequestException? FindError(BatchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return (request as BatchRequest<UnsentRequest, object>)?.Request.Error;
    }

    /// <summary>
    /// What identifies a request: one text for all that say the same, whatever the order of their members, the space between
    /// them and the form of their numbers and texts. Of equal requests that only read, a batch sends one.
    /// </summary>
    /// <exception cref="InvalidRequestException">The parameters hold text that is no Unicode, or are nested too deep for any request.</exception>
    public static string Canonicalize(string service, string operation, JsonElement parameters)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(operation);
        var json = CanonicalJson.OrEmpty(parameters);
        ParameterCheck.Run(json, new ReadContext(allowFiles: false));
        return CanonicalJson.Write(service, operation, json);
    }

    private static void CheckOutput(AwsService service, AwsOperation operation, string? outputFile)
    {
        if (outputFile is "")
            throw new InvalidRequestException("@out", $"{service.Name}:{operation.Name} has an \"@out\" that is empty; name the file that the answer goes to.");
        if (operation.IsStreaming && outputFile is null)
            throw new InvalidRequestException("@out", $"{service.Name}:{operation.Name} answers with a stream; say where it goes: \"@out\": \"path\" beside params.");
        if (operation.Stream is null && outputFile is not null)
            throw new InvalidRequestException("@out", $"{service.Name}:{operation.Name} answers without a stream: \"@out\" has nothing to write.");
    }
}
