using System.Reflection;
using Amazon.Runtime;

namespace AwsBatch.Pipeline.Tests.Services;

/// <summary>An operation of a service's client.</summary>
internal sealed record Operation(string Service, MethodInfo Method, Func<object, string?> EndpointParameterOf)
{
    public string Name => $"{Service}:{Method.Name[..^"Async".Length]}";

    public Type Request => Method.GetParameters()[0].ParameterType;

    public Type Response => Method.ReturnType.GenericTypeArguments[0];

    /// <summary>Sends a request; what the client throws comes out as it is.</summary>
    public async Task<object> InvokeAsync(IAmazonService client, object request, CancellationToken cancellationToken = default)
    {
        var call = (Task)Method.Invoke(client, BindingFlags.DoNotWrapExceptions, null, [request, cancellationToken], null)!;
        await call;
        return call.GetType().GetProperty(nameof(Task<object>.Result))!.GetValue(call)!;
    }
}
